import os
from pathlib import Path

from aiohttp import web
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from flask import Flask, abort, send_from_directory

api = FastAPI()
# ruleid: python.program-folder-served
api.mount("/", StaticFiles(directory="."), name="all")
# ok: python.program-folder-served
api.mount("/static", StaticFiles(directory="static"), name="static")
# ok: python.program-folder-served
api.mount("/ui", StaticFiles(directory=Path(__file__).parent / "ui"), name="ui")

# ruleid: python.program-folder-served
app = Flask(__name__, static_folder=".", static_url_path="")
# ok: python.program-folder-served
other = Flask(__name__, static_folder="public", static_url_path="")


@app.route("/<path:filename>")
def any_file(filename):
    # ruleid: python.program-folder-served
    return send_from_directory(os.getcwd(), filename)


@app.route("/files/<path:filename>")
def own_file(filename):
    # ruleid: python.program-folder-served
    return send_from_directory(app.root_path, filename)


@app.route("/public/<path:filename>")
def public_file(filename):
    # ok: python.program-folder-served
    return send_from_directory("public", filename)


@app.route("/")
def index():
    # ok: python.program-folder-served
    return send_from_directory(".", "index.html")


@app.route("/pages/<name>")
def page(name):
    if name not in ("index.html", "about.html"):
        abort(404)
    # ok: python.program-folder-served
    return send_from_directory(".", name)


def serve():
    site = web.Application()
    # ruleid: python.program-folder-served
    site.router.add_static("/", Path(__file__).parent)
    # ok: python.program-folder-served
    site.router.add_static("/images", "images")
    return site


ICON = "favicon.ico"


@app.route("/favicon.ico")
def icon():
    # ok: python.program-folder-served
    return send_from_directory(app.root_path, ICON)


@app.route("/icons/<int:size>.png")
def sized_icon(size):
    # ok: python.program-folder-served
    return send_from_directory(app.root_path, f"icon-{size}.png")


@app.route("/pictures/<name>")
def picture(name):
    if not name.lower().endswith((".png", ".jpg")):
        abort(404)
    # ok: python.program-folder-served
    return send_from_directory(".", name)
