from pathlib import Path

from flask import Flask, abort, request

app = Flask(__name__)
DATA = Path("data")


def inside(folder, name):
    root = (DATA / folder).resolve()
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        abort(404)
    return path


@app.route("/notes")
def notes():
    with open(inside("notes", request.args["name"])) as file:
        return file.read()


@app.route("/reports")
def reports():
    return inside("reports", request.args["name"]).read_text()


@app.route("/pictures")
def pictures():
    return inside("pictures", request.args["name"]).read_text()
