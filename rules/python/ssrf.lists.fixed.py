from urllib.parse import urlsplit

import requests
from flask import request

ALLOWED_HOSTS = {"news.example.com", "img.example.com"}


@app.route("/preview")
def preview():
    # ruleid: python.ssrf
    return requests.get(request.args["url"], timeout=5).text


@app.post("/image")
def image():
    address = request.form["address"]
    # ruleid: python.ssrf
    if urlsplit(address).hostname not in ALLOWED_HOSTS:
        raise ValueError("This host is not allowed.")
    answer = requests.get(address, stream=True, timeout=5)
    return answer.raw.read()


@app.route("/status")
def status():
    # ruleid: python.ssrf
    return requests.get("http://" + request.args["host"] + "/status", timeout=5).text


@app.route("/fixed")
def fixed():
    # ok: python.ssrf
    return requests.get("https://news.example.com/latest", timeout=5).text
