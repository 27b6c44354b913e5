from flask import Flask, redirect, request, session
from flask_session import Session

app = Flask(__name__)
app.config["SESSION_TYPE"] = "redis"
Session(app)


@app.post("/login")
def login():
    user = find(request.form["email"], request.form["password"])
    # ruleid: python.session-not-renewed
    session["user_id"] = user.id
    return redirect("/")


@app.post("/sign-in")
def sign_in():
    user = find(request.form["email"], request.form["password"])
    session.clear()
    # ok: python.session-not-renewed
    session["user_id"] = user.id
    return redirect("/")


@app.post("/theme")
def theme():
    # ok: python.session-not-renewed
    session["theme"] = request.form["theme"]
    return redirect("/")
