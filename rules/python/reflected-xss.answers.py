import html

from aiohttp import web
from django.utils.html import escape as escaped_html
from django.utils.safestring import mark_safe
from flask import Flask, request, url_for
from http.server import BaseHTTPRequestHandler
from jinja2 import Environment, PackageLoader, select_autoescape

app = Flask(__name__)
TEMPLATES = Environment(loader=PackageLoader("shop"), autoescape=select_autoescape(), enable_async=True)


@app.get("/hop")
def hop():
    # ok: python.reflected-xss
    return "", 302, {"Location": url_for("home", tab=request.args.get("tab", "a"))}


@app.get("/plain")
def plain():
    name = request.args.get("name", "")
    # ok: python.reflected-xss
    return f"hello {name}", 200, {"Content-Type": "text/plain"}


@app.get("/status")
def status():
    name = request.args.get("name", "")
    # ruleid: python.reflected-xss
    return f"<p>{name}</p>", 404, {"X-Reason": "unknown"}


async def greet(request):
    data = await request.post()
    page = await TEMPLATES.get_template("greet.html").render_async(name=data["name"])
    # ok: python.reflected-xss
    return web.Response(text=page, content_type="text/html")


class Search:
    labels = {"new": "<b>new</b>", "old": "<i>old</i>"}

    def get(self, request):
        term = escaped_html(request.GET.get("q", ""))
        label = self.labels.get(request.GET.get("label"), "")
        # ok: python.reflected-xss
        return HttpResponse("<em>" + term + "</em>" + label)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        name = parse_qs(urlparse(self.path).query)["name"][0]
        self.send_response(200)
        self.end_headers()
        # ruleid: python.reflected-xss
        self.wfile.write(b"<p>" + name.encode() + b"</p>")
        # ruleid: python.reflected-xss
        self.wfile.write(f"<p>{name}</p>".encode())
        # ok: python.reflected-xss
        self.wfile.write(f"<p>{html.escape(name)}</p>".encode())
        # ok: python.reflected-xss
        self.wfile.write(name.encode())
