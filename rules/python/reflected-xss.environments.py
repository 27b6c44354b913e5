import jinja2
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, select_autoescape

app = FastAPI()
escaping = Environment(autoescape=True)
chosen = jinja2.Environment(autoescape=select_autoescape(["html"]))
plain = Environment()


@app.get("/a")
async def a(request: Request):
    template = escaping.from_string("Hello {{ name }}")
    # ok: python.reflected-xss
    return HTMLResponse(template.render(name=request.query_params["name"]))


@app.get("/b")
async def b(request: Request):
    # ok: python.reflected-xss
    return HTMLResponse(chosen.from_string("Hello {{ name }}").render(name=request.query_params["name"]))


@app.get("/c")
async def c(request: Request):
    template = plain.from_string("Hello {{ name }}")
    # ruleid: python.reflected-xss
    return HTMLResponse(template.render(name=request.query_params["name"]))


class Preview(tornado.web.RequestHandler):
    def post(self):
        page = tornado.template.Template("<p>{{ body }}</p>")
        # ok: python.reflected-xss
        self.write(page.generate(body=self.request.arguments["body"]))

    def put(self):
        page = tornado.template.Template("<p>{{ body }}</p>", autoescape=None)
        # ruleid: python.reflected-xss
        self.write(page.generate(body=self.request.arguments["body"]))
