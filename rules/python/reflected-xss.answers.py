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


# Answers that are HTML because nothing says otherwise.
def page_of(text):
    return "<div>" + text + "</div>"


class Panel:
    def render(self, text):
        return "<div>" + text + "</div>"


def record_of(text):
    return {"text": text}


SHELL = "<html>{body}</html>"


@app.get("/answers/object")
def answer_object():
    # ruleid: python.reflected-xss
    return flask.Response("<p>" + flask.request.args["a"] + "</p>")


@app.get("/answers/named")
def answer_named():
    name = flask.request.args["a"]
    # ruleid: python.reflected-xss
    return flask.Response(response=f"<b>{name}</b>", content_type="text/html; charset=utf-8")


@app.get("/answers/by-place")
def answer_by_place():
    name = flask.request.args["a"]
    # ruleid: python.reflected-xss
    return flask.Response(f"<b>{name}</b>", 200, {"Content-Type": "text/html"})


@app.get("/answers/generated")
def answer_generated():
    name = flask.request.args["a"]

    def pieces():
        yield "<b>"
        yield name

    # ruleid: python.reflected-xss
    return flask.Response(pieces())


@app.get("/answers/function")
def answer_function():
    # ruleid: python.reflected-xss
    return page_of(flask.request.args["a"])


@app.get("/answers/method")
def answer_method():
    panel = Panel()
    # ruleid: python.reflected-xss
    return panel.render(flask.request.args["a"])


@app.get("/answers/replaced")
def answer_replaced():
    # ruleid: python.reflected-xss
    return SHELL.replace("{body}", flask.request.args["a"])


@app.get("/answers/plain")
def answer_plain():
    answer = flask.Response(flask.request.args["a"])
    answer.headers["Content-Type"] = "text/plain"
    # ok: python.reflected-xss
    return answer


@app.get("/answers/csv")
def answer_csv():
    # ok: python.reflected-xss
    return flask.Response("a,b\n" + flask.request.args["a"], headers={"Content-Type": "text/csv"})


@app.get("/answers/plain-by-place")
def answer_plain_by_place():
    # ok: python.reflected-xss
    return flask.Response(flask.request.args["a"], 200, {"Content-Type": "text/plain"})


@app.get("/answers/record")
def answer_record():
    data = {"a": flask.request.args["a"]}
    # ok: python.reflected-xss
    return flask.make_response(data, 200)


@app.get("/answers/record-of-function")
def answer_record_of_function():
    # ok: python.reflected-xss
    return record_of(flask.request.args["a"])


import json


def page_behind_gateway(event, context):
    name = event["queryStringParameters"]["name"]
    # ruleid: python.reflected-xss
    return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": "<p>" + name + "</p>"}


def data_behind_gateway(event, context):
    name = event["queryStringParameters"]["name"]
    # ok: python.reflected-xss
    return {"statusCode": 200, "headers": {"Content-Type": "application/json"}, "body": json.dumps({"name": name})}


def text_behind_gateway(event, context):
    name = event["queryStringParameters"]["name"]
    # ok: python.reflected-xss
    return {"statusCode": 200, "headers": {"Content-Type": "text/plain"}, "body": "<" + name + ">"}


import streamlit as st

customer = st.text_input("Customer")
# ruleid: python.reflected-xss
st.markdown("### Results for " + customer, unsafe_allow_html=True)
# ok: python.reflected-xss
st.markdown("### Results for " + customer)
# ok: python.reflected-xss
st.markdown("### Results", unsafe_allow_html=True)


def padded(request):
    callback = request.args.get("callback", "cb")
    # ruleid: python.reflected-xss
    return app.response_class(callback + "({})", mimetype="application/javascript")


def padded_name(request):
    callback = request.args.get("callback", "cb")
    if not callback.isidentifier():
        return "bad name", 400
    # ok: python.reflected-xss
    return app.response_class(callback + "({})", mimetype="application/javascript")
