import logging

from flask import Flask

app = Flask(__name__)


@app.route("/order/<int:number>")
def order(number):
    try:
        return connect(number)
    except Exception:
        logging.getLogger("shop").debug("failed", exc_info=True)
        return "Something went wrong", 500


def connect(number):
    if number == 0:
        raise ConnectionError("the database is away")
    return f"order {number}"
