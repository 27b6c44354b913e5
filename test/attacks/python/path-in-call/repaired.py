import os

from flask import Flask, abort, request

app = Flask(__name__)
FOLDER = os.path.realpath("documents")


def read():
    path = os.path.realpath(os.path.join(FOLDER, request.args["name"]))
    if not path.startswith(FOLDER + os.sep):
        abort(404)
    with open(path) as file:
        return file.read()


@app.route("/joined")
def joined():
    return read()


@app.route("/written")
def written():
    return read()


@app.route("/added")
def added():
    return read()
