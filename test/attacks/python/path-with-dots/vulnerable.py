import os

from flask import Flask, abort, request

app = Flask(__name__)
FOLDER = "documents"


@app.route("/read")
def read():
    path = os.path.join(FOLDER, request.args["name"])
    with open(path) as file:
        return file.read()
