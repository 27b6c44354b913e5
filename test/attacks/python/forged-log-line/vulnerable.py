import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger("shop")


@app.route("/login")
def login():
    logger.warning(f"Login failed for {request.args['user']}")
    return "no"
