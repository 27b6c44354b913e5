import requests
from flask import Flask, request

app = Flask(__name__)
ALLOWED_HOSTS = {"127.0.0.1"}


@app.route("/preview")
def preview():
    address = request.args["url"]
    return requests.get(address, timeout=5).text
