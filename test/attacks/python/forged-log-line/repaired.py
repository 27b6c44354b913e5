import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger("shop")


@app.route("/login")
def login():
    user = request.args["user"].replace("\n", " ").replace("\r", " ")
    logger.warning("Login failed for %s", user)
    return "no"
