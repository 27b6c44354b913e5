from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)
last_search = ""
last_count = 0


class BadQuantity(ValueError):
    pass


class Refused(Exception):
    def __init__(self, message):
        super().__init__(message)
        self.message = message


def parse_quantity(raw):
    if not raw.isdigit():
        raise BadQuantity(f"not a number: {raw}")
    return int(raw)


def count(raw):
    return parse_quantity(raw) + 1


def check(name):
    if len(name) > 80:
        raise Refused("too long: " + name)


@app.get("/cart")
def cart():
    try:
        quantity = count(request.args.get("quantity", ""))
    except KeyError as err:
        # ok: python.reflected-xss
        return f"<p>{err}</p>"
    except ValueError as err:
        # ruleid: python.reflected-xss
        return f"<p>{err}</p>"
    return f"<p>{quantity} items</p>"


@app.get("/basket")
def basket():
    try:
        return str(parse_quantity(request.args.get("quantity", "")))
    except BadQuantity as err:
        # ok: python.reflected-xss
        return f"<p>{escape(str(err))}</p>"


@app.get("/name")
def name():
    try:
        check(request.args["name"])
    except Refused as refused:
        # ruleid: python.reflected-xss
        return "<p>" + refused.message + "</p>"
    return "fine"


@app.get("/direct")
def direct():
    try:
        if "x" in request.args["q"]:
            raise RuntimeError(request.args["q"])
        raise LookupError("nothing")
    except LookupError as missing:
        # ok: python.reflected-xss
        return "<p>" + str(missing) + "</p>"
    except Exception as any_other:
        # ruleid: python.reflected-xss
        return "<p>" + str(any_other) + "</p>"


@app.post("/search")
def search():
    global last_search, last_count
    last_search = request.form["q"]
    last_count = len(last_search)
    return {"ok": True}


@app.get("/last")
def last():
    # ruleid: python.reflected-xss
    return "<p>Somebody looked for " + last_search + "</p>"


@app.get("/last-count")
def last_count_page():
    # ok: python.reflected-xss
    return "<p>Somebody looked for " + str(last_count) + " letters</p>"


@app.get("/find")
def find():
    q = request.args.get("q", "")
    rows = [title for title in ("tea", "coffee") if q in title]
    # ruleid: python.reflected-xss
    return "<h1>Results for %s</h1><p>%d</p>" % (q, len(rows))


@app.get("/chosen")
def chosen():
    names = [name for name in request.args.getlist("name") if name in ("tea", "coffee")]
    # ok: python.reflected-xss
    return "<h1>" + "".join(names) + "</h1>"
