import os
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.post("/env")
def env():
    for key, value in request.get_json().items():
        # ruleid: python.environment-from-request
        os.environ[key] = value
    return "ok"


@app.post("/config")
def config():
    # ruleid: python.environment-from-request
    app.config.update(request.json)
    return "ok"


@app.post("/run")
def run():
    extra = {"MODE": "batch", **request.json["env"]}
    # ruleid: python.environment-from-request
    subprocess.run(["/usr/bin/job"], env=extra)
    return "ok"


@app.post("/zone")
def zone():
    # ruleid: python.environment-from-request
    os.environ["TZ"] = request.form["zone"]
    return "ok"


@app.post("/limit")
def limit():
    # ok: python.environment-from-request
    os.environ["LIMIT"] = str(int(request.form["limit"]))
    return "ok"


@app.post("/language")
def language():
    chosen = request.form["language"]
    if chosen not in {"de", "en"}:
        return "unknown", 400
    # ok: python.environment-from-request
    os.environ["LANG"] = chosen
    return "ok"


@app.post("/settings")
def settings():
    stored = {}
    # ok: python.environment-from-request
    stored["zone"] = request.form["zone"]
    return "ok"


def switch(request):
    if request.args.get("on") not in ("0", "1"):
        return "", 400
    # ok: python.environment-from-request
    os.environ["SHOP_BETA"] = request.args["on"]
    # ruleid: python.environment-from-request
    os.environ["SHOP_NAME"] = request.args["name"]
    return "", 204


@app.post("/job")
def job():
    # ok: python.environment-from-request
    subprocess.run(["/usr/bin/job"], env={**os.environ, "JOB_TITLE": request.form["title"]})
    named = os.environ.copy()
    named["JOB_TITLE"] = request.form["title"]
    # ok: python.environment-from-request
    subprocess.run(["/usr/bin/job"], env=named)
    any_name = os.environ.copy()
    # ruleid: python.environment-from-request
    any_name[request.form["key"]] = "1"
    # ruleid: python.environment-from-request
    any_name.update(request.get_json())
    subprocess.run(["/usr/bin/job"], env=any_name)
    return "ok"
