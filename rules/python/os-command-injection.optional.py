import os

from flask import Flask, abort, request

app = Flask(__name__)


@app.route("/mode")
def mode():
    chosen = request.args.get("mode", "")
    if chosen and chosen != "fast":
        abort(400)
    # ok: python.os-command-injection
    os.system("report " + chosen)


@app.route("/modes")
def modes():
    chosen = request.args.get("mode", "")
    if chosen and chosen not in ("fast", "full"):
        abort(400)
    # ok: python.os-command-injection
    os.system("report " + chosen)


@app.route("/longer")
def longer():
    chosen = request.args.get("mode", "")
    if len(chosen) > 9 and chosen != "fast":
        abort(400)
    # ruleid: python.os-command-injection
    os.system("report " + chosen)


@app.route("/other")
def other():
    chosen = request.args.get("mode", "")
    if request.args.get("kind") and chosen != "fast":
        abort(400)
    # ruleid: python.os-command-injection
    os.system("report " + chosen)


@app.route("/set")
def given():
    chosen = request.args.get("mode", "")
    if not chosen:
        abort(400)
    # ruleid: python.os-command-injection
    os.system("report " + chosen)
