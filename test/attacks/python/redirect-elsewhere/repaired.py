from urllib.parse import urlsplit

from flask import Flask, redirect, request

app = Flask(__name__)


@app.route("/login")
def login():
    target = request.args.get("next", "/")
    if not target.startswith("/") or target.startswith(("//", "/\\", "/\t", "/\r", "/\n")):
        target = "/"
    return redirect(target)
