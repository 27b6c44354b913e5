import flask
from fastapi.responses import HTMLResponse
from flask import request
from markupsafe import escape

app = flask.Flask(__name__)


@app.get("/nested")
def nested():
    name = request.args["name"]

    def title():
        # ok: python.reflected-xss
        return name

    # ok: python.reflected-xss
    return "<h1>" + escape(title()) + "</h1>"


@app.get("/nested-markup")
def nested_markup():
    def title():
        return "<h1>" + request.args["name"]

    # ruleid: python.reflected-xss
    return title()


class Table:
    def __init__(self):
        self.rows = []

    def add(self, label, value):
        self.rows.append((label, value))

    def escaped(self):
        return "<table>" + "".join(f"<tr><td>{label}<td>{escape(value)}" for label, value in self.rows)

    def plain(self):
        return "<table>" + "".join(f"<tr><td>{label}<td>{value}" for label, value in self.rows)


@app.get("/table")
def table():
    rows = Table()
    rows.add("agent", request.headers["User-Agent"])
    if request.args.get("plain"):
        # ruleid: python.reflected-xss
        return rows.plain()
    # ok: python.reflected-xss
    return rows.escaped()


def shown(text, raw=False):
    return text if raw else escape(text)


@app.get("/modes")
def modes():
    # ruleid: python.reflected-xss
    top = HTMLResponse("<p>" + shown(request.args["q"], raw=True))
    # ok: python.reflected-xss
    return HTMLResponse("<p>" + shown(request.args["q"]))


WAYS = {"html": html.escape, "upper": str.upper}


@app.get("/way")
def by_table():
    # ok: python.reflected-xss
    return "<p>" + WAYS["html"](flask.request.args.get("q", "")) + "</p>"


@app.get("/other-way")
def by_other_entry():
    # ruleid: python.reflected-xss
    return "<p>" + WAYS["upper"](flask.request.args.get("q", "")) + "</p>"
