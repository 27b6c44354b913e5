import os
import traceback

from flask import Flask

app = Flask(__name__)


@app.route("/order/<int:number>")
def order(number):
    try:
        return connect(number)
    except Exception:
        return traceback.format_exc(), 500


def connect(number):
    if number == 0:
        raise ConnectionError("postgres://shop:hunter2@db/")
    return f"order {number}"
