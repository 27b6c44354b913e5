import os
from os.path import dirname, join

from flask import Flask, request

app = Flask(__name__)


@app.route("/uploads")
def uploads():
    path = os.path.join(os.getcwd(), "uploads", request.args["name"])
    with open(path) as file:
        return file.read()


@app.route("/data")
def data():
    path = join(dirname("app/main.py"), "..", "data", request.args["name"])
    with open(path) as file:
        return file.read()


@app.route("/users")
def users():
    user = request.args["user"]
    name = request.args["name"]
    path = os.path.join(os.getcwd(), "users", user, name)
    with open(path) as file:
        return file.read()


@app.route("/avatars")
def avatars():
    path = os.path.join(os.getcwd(), f"avatars/{request.args['name']}")
    with open(path) as file:
        return file.read()
