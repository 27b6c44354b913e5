import os

from flask import Flask, request

app = Flask(__name__)
FOLDER = "documents"


@app.route("/joined")
def joined():
    return open(os.path.join(FOLDER, request.args["name"])).read()


@app.route("/written")
def written():
    name = request.args["name"]
    with open(f"{FOLDER}/{name}") as file:
        return file.read()


@app.route("/added")
def added():
    path = "documents/" + request.args["name"]
    label = "the file " + path
    with open(path) as file:
        return file.read(), 200, {"X-Label": label}
