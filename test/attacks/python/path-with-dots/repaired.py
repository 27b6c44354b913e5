import os

from flask import Flask, abort, request

app = Flask(__name__)
FOLDER = "documents"


@app.route("/read")
def read():
    path = os.path.realpath(os.path.join(FOLDER, request.args["name"]))
    if not path.startswith(os.path.realpath(FOLDER) + os.sep):
        abort(404)
    with open(path) as file:
        return file.read()
