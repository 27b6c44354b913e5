import os

from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/debug")
def debug():
    # ruleid: python.environment-to-client
    return jsonify(dict(os.environ))


@app.get("/info")
def info():
    # ruleid: python.environment-to-client
    return {"version": "1.0", "env": dict(os.environ)}


@app.get("/config")
def config():
    # ruleid: python.environment-to-client
    return str(app.config)


@app.get("/version")
def version():
    # ok: python.environment-to-client
    return jsonify(version=os.environ["VERSION"])


def child_environment():
    # ok: python.environment-to-client
    return dict(os.environ)


@app.get("/mode")
def mode():
    # ok: python.environment-to-client
    return {"mode": os.environ.get("MODE", "production")}
