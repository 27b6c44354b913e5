from html import escape

from sanic import Sanic
from sanic.response import html, text

app = Sanic("pages")


@app.get("/hello")
async def hello(request):
    # ruleid: python.reflected-xss
    return html("<b>" + request.args.get("name", "") + "</b>")


@app.get("/hello/escaped")
async def hello_escaped(request):
    # ok: python.reflected-xss
    return html("<b>" + escape(request.args.get("name", "")) + "</b>")


@app.get("/echo")
async def echo(request):
    # ok: python.reflected-xss
    return text(request.args.get("name", ""))
