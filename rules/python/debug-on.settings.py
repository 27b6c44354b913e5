import os

import flask

app = flask.Flask(__name__)


def start():
    # ruleid: python.debug-on
    options = {"port": 5000, "debug": True}
    app.run(**options)


def start_called():
    # ruleid: python.debug-on
    options = dict(port=5000, debug=True)
    app.run("127.0.0.1", **options)


def start_quiet():
    # ok: python.debug-on
    options = {"port": 5000, "debug": os.environ.get("APP_DEBUG") == "1"}
    app.run(**options)


def build(compiler):
    # ok: python.debug-on
    options = {"debug": True}
    compiler.compile(**options)
