import os
from pathlib import Path

from flask import Flask, abort, request

app = Flask(__name__)
BASE = Path(__file__).parent / "files"
ROOT = os.path.realpath("/srv/files")


@app.get("/a")
def wider_relpath():
    path = os.path.join(os.path.dirname(__file__), "uploads", request.args["name"])
    if os.path.relpath(path, os.path.dirname(__file__)).startswith(".."):
        abort(404)
    # ruleid: python.path-traversal
    return open(path).read()


@app.get("/b")
def wider_prefix():
    path = os.path.join(ROOT, "public", request.args["name"])
    path = os.path.realpath(path)
    if not path.startswith(ROOT + os.sep):
        abort(404)
    # ruleid: python.path-traversal
    return open(path).read()


@app.get("/c")
def wider_pathlib():
    path = (BASE / "public" / request.args["name"]).resolve()
    if not path.is_relative_to(BASE):
        abort(404)
    # ruleid: python.path-traversal
    return path.read_text()


@app.get("/d")
def root_of_all():
    path = os.path.realpath(os.path.join("/srv/files", request.args["name"]))
    if os.path.commonpath(["/", path]) != "/":
        abort(404)
    # ruleid: python.path-traversal
    return open(path).read()


@app.get("/e")
def same_relpath():
    path = os.path.join(os.path.dirname(__file__), "..", "files", request.args["name"])
    if os.path.relpath(path, os.path.join(os.path.dirname(__file__), "../files")).startswith(".."):
        abort(404)
    # ok: python.path-traversal
    return open(path).read()


@app.get("/f")
def same_prefix():
    path = os.path.realpath(os.path.join(ROOT, "public", request.args["name"]))
    if not path.startswith(os.path.join(ROOT, "public") + os.sep):
        abort(404)
    # ok: python.path-traversal
    return open(path).read()


@app.get("/g")
def same_pathlib():
    path = (BASE / "public" / request.args["name"]).resolve()
    if BASE / "public" not in path.parents:
        abort(404)
    # ok: python.path-traversal
    return path.read_text()


@app.get("/h")
def no_folder_behind():
    path = os.path.realpath(os.path.join(ROOT, "page-" + request.args["name"]))
    if os.path.commonpath([ROOT, path]) != ROOT:
        abort(404)
    # ok: python.path-traversal
    return open(path).read()
