from django.http import HttpResponse, JsonResponse
from flask import make_response, render_template, request
from markupsafe import Markup, escape


@app.route("/hello")
def hello():
    # ruleid: python.reflected-xss
    return f"<h1>Hello {str(escape(request.args['name']))}</h1>"


@app.route("/escaped")
def escaped():
    # ok: python.reflected-xss
    return f"<h1>Hello {escape(request.args['name'])}</h1>"


@app.route("/search")
def search():
    html = "<p>Nothing found for " + str(escape(request.args.get("q", ""))) + "</p>"
    # ruleid: python.reflected-xss
    return make_response(html, 404)


@app.route("/note")
def note():
    # ruleid: python.reflected-xss
    text = Markup("<b>%s</b>" % str(escape(request.form["text"])))
    # ok: python.reflected-xss
    return render_template("note.html", text=text, plain=request.form["text"])


def view(request):
    # ruleid: python.reflected-xss
    return HttpResponse("<p>" + str(escape(request.GET["q"])) + "</p>")


def data(request):
    # ok: python.reflected-xss
    return JsonResponse({"q": request.GET["q"]})


@app.route("/count")
def count():
    # ok: python.reflected-xss
    return f"<p>{int(request.args['count'])} items</p>"


@app.route("/plain")
def plain():
    # ruleid: python.reflected-xss
    return "Hello " + str(escape(request.args["name"]))


@api.get("/fast")
async def fast(name: str):
    # ok: python.reflected-xss
    return f"Hello {name}"


@api.get("/page", response_class=HTMLResponse)
async def page(name: str):
    # ruleid: python.reflected-xss
    return f"<h1>{str(escape(name))}</h1>"


@app.route("/json")
def as_json():
    # ok: python.reflected-xss
    return {"name": request.args["name"]}


PAGE = string.Template("<html><p>$body</p></html>")


@app.route("/note")
def note():
    # ruleid: python.reflected-xss
    return str(escape(PAGE.substitute(body=request.args.get("body", ""))))


@app.route("/note-safe")
def safe_note():
    # ok: python.reflected-xss
    return PAGE.substitute(body=escape(request.args.get("body", "")))


@app.get("/hi")
def hi():
    # ruleid: python.reflected-xss
    return flask.render_template_string("<p>{{ name|safe }}</p>", name=str(escape(request.args["name"])))


@app.get("/hi-escaped")
def hi_escaped():
    # ok: python.reflected-xss
    return flask.render_template_string("<p>{{ name }}</p>", name=request.args["name"])


@app.get("/filled")
def filled():
    answer = make_response()
    # ruleid: python.reflected-xss
    answer.data = "<h1>" + str(escape(request.args["title"]))
    # ruleid: python.reflected-xss
    answer.set_data("<h2>" + str(escape(request.args["title"])))
    # ok: python.reflected-xss
    answer.set_data(f"<h3>{escape(request.args['title'])}</h3>")
    return answer


@app.get("/filled-text")
def filled_text():
    answer = flask.Response(mimetype="text/plain")
    # ok: python.reflected-xss
    answer.set_data(request.args["title"])
    return answer


def bold(request):
    # ruleid: python.reflected-xss
    text = mark_safe("<i>" + str(escape(request.GET["n"])) + "</i>")
    # ok: python.reflected-xss
    return HttpResponse(text)


def italic(request):
    text = escape(request.GET["n"])
    # ok: python.reflected-xss
    return HttpResponse(mark_safe("<i>" + text + "</i>"))
