import os
import re

from flask import Flask, abort, request

app = Flask(__name__)
KNOWN = {"disk", "memory"}


@app.route("/digits")
def digits():
    ids = request.args["ids"].split(",")
    if not all(i.isdigit() for i in ids):
        abort(400)
    # ok: python.os-command-injection
    os.system("report " + " ".join(ids))


@app.route("/formed")
def formed():
    names = request.args.getlist("name")
    if any(not re.fullmatch(r"[a-z]+", name) for name in names):
        abort(400)
    # ok: python.os-command-injection
    os.system("report " + " ".join(names))


@app.route("/subset")
def subset():
    names = request.args["names"].split(",")
    if not set(names) <= KNOWN:
        abort(400)
    # ok: python.os-command-injection
    os.system("report " + " ".join(names))


@app.route("/rest")
def rest():
    names = request.args["names"].split(",")
    if set(names) - KNOWN:
        abort(400)
    # ok: python.os-command-injection
    os.system("report " + " ".join(names))


@app.route("/issubset")
def is_subset():
    names = set(request.args["names"].split(","))
    if names.issubset(KNOWN):
        # ok: python.os-command-injection
        os.system("report " + " ".join(names))


def is_name(value):
    return bool(re.fullmatch(r"\w{1,20}", value))


@app.route("/truth")
def truth():
    name = request.args["name"]
    if not is_name(name):
        abort(400)
    # ok: python.os-command-injection
    os.system("report " + name)


@app.route("/updated")
def updated():
    options = {"command": request.args["command"]}
    options.update(command="report")
    # ok: python.os-command-injection
    os.system(options["command"])


@app.route("/some")
def some():
    ids = request.args["ids"].split(",")
    if not any(i.isdigit() for i in ids):
        abort(400)
    # ruleid: python.os-command-injection
    os.system("report " + " ".join(ids))


@app.route("/part")
def part():
    ids = request.args["ids"].split(",")
    if not all(i.isdigit() for i in ids if i.startswith("1")):
        abort(400)
    # ruleid: python.os-command-injection
    os.system("report " + " ".join(ids))


@app.route("/superset")
def superset():
    names = set(request.args["names"].split(","))
    if not names >= KNOWN:
        abort(400)
    # ruleid: python.os-command-injection
    os.system("report " + " ".join(names))


@app.route("/compared")
def compared():
    name = request.args["name"]
    last = "memory"
    if name <= last:
        # ruleid: python.os-command-injection
        os.system("report " + name)


@app.route("/other")
def other():
    options = {"command": request.args["command"]}
    options.update(folder="/srv")
    # ruleid: python.os-command-injection
    os.system(options["command"])


@app.route("/given")
def given():
    options = {"command": "report"}
    options.update({"command": request.args["command"]})
    # ruleid: python.os-command-injection
    os.system(options["command"])


@app.route("/inner")
def inner():
    options = {"first": {}, "second": {}}
    options[request.args["which"]].update({"command": request.args["command"]})
    # ruleid: python.os-command-injection
    os.system(options[request.args["which"]]["command"])


@app.route("/rows")
def rows():
    found = [{}, {}]
    for at in range(2):
        found[at].update(command=request.args["command"])
    # ruleid: python.os-command-injection
    os.system(found[0]["command"])


@app.route("/fields")
def fields():
    given = request.get_json()
    # The names of its fields are known, and not what they hold.
    if not KNOWN.issuperset(given):
        abort(400)
    # ruleid: python.os-command-injection
    os.system(given["disk"])


@app.route("/names")
def names():
    given = request.args.to_dict()
    if set(given) - KNOWN:
        abort(400)
    # ruleid: python.os-command-injection
    os.system(given["disk"])
