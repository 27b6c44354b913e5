from flask import Flask, request

app = Flask(__name__)


@app.get("/greeting")
def greeting():
    # ruleid: python.format-string-from-request
    return {"text": request.args["text"].format(user=app)}


@app.post("/label")
def label():
    form = request.form.get("label", "{name}")
    # ruleid: python.format-string-from-request
    return {"text": ("Label: " + form).format(name=app)}


@app.post("/note")
def note():
    given = request.get_json()
    # ruleid: python.format-string-from-request
    return {"text": given["note"].format_map({"app": app})}


@app.get("/fixed")
def fixed():
    # ok: python.format-string-from-request
    return {"text": "Hello {name}".format(name=request.args["name"])}


FORMS = {"short": "{0}", "long": "Dear {0}"}


@app.get("/chosen")
def chosen():
    # ok: python.format-string-from-request
    return {"text": FORMS[request.args["form"]].format("Ann")}


@app.get("/replaced")
def replaced():
    # ok: python.format-string-from-request
    return {"text": request.args["text"].replace("{name}", "Ann")}
