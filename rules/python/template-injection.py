from flask import render_template, render_template_string, request
from jinja2 import Environment, Template

environment = Environment(autoescape=True)


@app.route("/hello")
def hello():
    # ruleid: python.template-injection
    return render_template_string("<h1>Hello " + request.args["name"] + "</h1>")


@app.route("/safe")
def safe():
    # ok: python.template-injection
    return render_template_string("<h1>Hello {{ name }}</h1>", name=request.args["name"])


@app.post("/preview")
def preview():
    source = request.form["template"]
    # ruleid: python.template-injection
    page = Template(source).render()
    # ruleid: python.template-injection
    mail = environment.from_string(f"Dear {source}").render()
    # ok: python.template-injection
    fixed = environment.from_string("Dear {{ name }}").render(name=source)
    # ok: python.template-injection
    return render_template("preview.html", page=page, mail=mail, fixed=fixed)


def own_template():
    # ruleid: python.template-injection
    return mako.template.Template(text=request.form["layout"]).render()


class Mailer:
    def __init__(self):
        self.env = jinja2.sandbox.SandboxedEnvironment(autoescape=True)

    def render(self):
        # ok: python.template-injection
        return self.env.from_string(request.form["body"]).render()


@bottle.get("/greeting")
def greeting():
    # ruleid: python.template-injection
    return bottle.template("<h1>" + bottle.request.query.name + "</h1>")


@bottle.get("/greeting/data")
def greeting_of_data():
    # ok: python.template-injection
    return bottle.template("<h1>{{name}}</h1>", name=bottle.request.query.name)
