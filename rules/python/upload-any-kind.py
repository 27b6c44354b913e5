import os

from flask import Flask, abort, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
ALLOWED = (".png", ".jpg")


@app.post("/first")
def first():
    file = request.files["file"]
    # ruleid: python.upload-any-kind
    file.save(os.path.join("static", secure_filename(file.filename)))
    return {}


@app.post("/second")
def second():
    upload = request.files["file"]
    name = secure_filename(upload.filename)
    # ruleid: python.upload-any-kind
    upload.save(os.path.join("static", name))
    return {}


@app.route("/third", methods=["POST"])
def third():
    f = request.files["file"]
    if not f:
        abort(400)
    # ruleid: python.upload-any-kind
    f.save("static/" + secure_filename(f.filename))
    return {}


@app.post("/checked")
def checked():
    file = request.files["file"]
    name = secure_filename(file.filename)
    if not name.endswith(ALLOWED):
        abort(400)
    # ok: python.upload-any-kind
    file.save(os.path.join("static", name))
    return {}


def is_allowed(name):
    return os.path.splitext(name)[1] in ALLOWED


@app.post("/helper")
def helper():
    file = request.files["file"]
    if not is_allowed(file.filename):
        abort(400)
    # ok: python.upload-any-kind
    file.save(os.path.join("static", secure_filename(file.filename)))
    return {}


@app.post("/typed")
def typed():
    file = request.files["file"]
    if file.mimetype not in ("image/png",):
        abort(400)
    # ok: python.upload-any-kind
    file.save(os.path.join("static", secure_filename(file.filename)))
    return {}
