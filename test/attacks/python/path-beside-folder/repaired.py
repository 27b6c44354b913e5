import os

from flask import Flask, abort, request

app = Flask(__name__)


def read(folder, *names):
    root = os.path.realpath(folder)
    path = os.path.realpath(os.path.join(root, *names))
    if not path.startswith(root + os.sep):
        abort(404)
    with open(path) as file:
        return file.read()


@app.route("/uploads")
def uploads():
    return read("uploads", request.args["name"])


@app.route("/data")
def data():
    return read("data", request.args["name"])


@app.route("/users")
def users():
    return read("users", request.args["user"], request.args["name"])


@app.route("/avatars")
def avatars():
    return read("avatars", request.args["name"])
