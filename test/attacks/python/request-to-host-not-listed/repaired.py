from urllib.parse import urlsplit

import requests
from flask import Flask, abort, request

app = Flask(__name__)
ALLOWED_HOSTS = {"127.0.0.1"}


@app.route("/preview")
def preview():
    address = request.args["url"]
    if urlsplit(address).hostname not in ALLOWED_HOSTS:
        abort(400)
    return requests.get(address, timeout=5).text
