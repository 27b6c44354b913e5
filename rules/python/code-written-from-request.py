import json
import os
from pathlib import Path

from flask import Flask, request

app = Flask(__name__)


@app.post("/theme")
def theme():
    title = request.form["title"]
    with open(os.path.join("themes", "current.py"), "w") as out:
        # ruleid: python.code-written-from-request
        out.write("TITLE = '" + title + "'\n")
    return "saved"


@app.post("/job")
def job():
    with open("/srv/jobs/nightly.sh", "a", encoding="utf-8") as out:
        # ruleid: python.code-written-from-request
        out.write(f"echo {request.form['name']}\n")
    return "saved"


@app.post("/plugin")
def plugin():
    # ruleid: python.code-written-from-request
    Path("plugins/latest.py").write_text("NAME = \"%s\"" % request.json["name"])
    return "saved"


@app.post("/theme/data")
def theme_data():
    with open(os.path.join("themes", "current.json"), "w") as out:
        # ok: python.code-written-from-request
        out.write(json.dumps({"title": request.form["title"]}))
    return "saved"


@app.post("/theme/quoted")
def theme_quoted():
    with open(os.path.join("themes", "current.py"), "w") as out:
        # ok: python.code-written-from-request
        out.write("TITLE = " + repr(request.form["title"]) + "\n")
    return "saved"


@app.post("/notes")
def notes():
    with open("notes.txt", "a") as out:
        # ok: python.code-written-from-request
        out.write(request.form["text"])
    return "saved"
