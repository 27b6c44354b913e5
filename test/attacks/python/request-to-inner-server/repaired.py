from urllib.parse import urlsplit

import requests
from flask import Flask, abort, request

app = Flask(__name__)
ALLOWED = {}


@app.route("/preview")
def preview():
    name = request.args["url"].rsplit("/", 1)[-1]
    if name not in ALLOWED:
        abort(400)
    return requests.get(ALLOWED[name], timeout=5).text
