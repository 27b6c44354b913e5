from pathlib import Path

from flask import Flask, request

app = Flask(__name__)
DATA = Path("data")


@app.route("/notes")
def notes():
    with open(DATA / "notes" / request.args["name"]) as file:
        return file.read()


@app.route("/reports")
def reports():
    path = DATA / "reports" / request.args["name"]
    return path.read_text()


@app.route("/pictures")
def pictures():
    return (DATA / f"pictures/{request.args['name']}").read_text()
