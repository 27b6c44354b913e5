from flask import Flask, request, session

app = Flask(__name__)
THEMES = ("dark", "light")


@app.post("/name")
def name():
    # ruleid: python.session-value-from-request
    session["nickname"] = request.form["nickname"]
    return {}


@app.post("/key")
def key():
    chosen = request.form["key"]
    # ruleid: python.session-value-from-request
    session[chosen] = "on"
    return {}


def view(request):
    # ruleid: python.session-value-from-request
    request.session["city"] = request.POST.get("city")


@app.post("/theme")
def theme():
    chosen = request.form["theme"]
    if chosen not in THEMES:
        return {}, 400
    # ok: python.session-value-from-request
    session["theme"] = chosen
    return {}


@app.post("/page")
def page():
    # ok: python.session-value-from-request
    session["page"] = int(request.form["page"])
    return {}


@app.post("/reset")
def reset():
    chosen = request.form["nickname"]
    chosen = "nobody"
    # ok: python.session-value-from-request
    session["nickname"] = chosen
    return {}


from flask import session as kept


def keep_form():
    # ruleid: python.session-value-from-request
    kept.update(request.form)


def keep_named():
    # ok: python.session-value-from-request
    kept.update({"theme": "dark"})


def keep_preferences(request):
    # ruleid: python.session-value-from-request
    request.session.update(request.POST)
