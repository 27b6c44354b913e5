from flask import Flask, request, session

app = Flask(__name__)


@app.post("/login")
def login():
    check(request.form["name"], request.form["password"])
    # ruleid: python.session-privilege-from-request
    session["role"] = request.form["role"]
    return "", 204


@app.post("/switch")
def switch():
    # ruleid: python.session-privilege-from-request
    session["user_id"] = request.args.get("user")
    return "", 204


@app.post("/plan")
def plan():
    wanted = request.json["plan"]
    # ruleid: python.session-privilege-from-request
    session["plan"] = wanted
    return "", 204


@app.post("/signin")
def sign_in():
    user = users.find_one({"name": str(request.form["name"])})
    # ok: python.session-privilege-from-request
    session["role"] = user.role
    # ok: python.session-privilege-from-request
    session["theme"] = request.form["theme"]
    return "", 204


@app.post("/guest")
def guest():
    # ok: python.session-privilege-from-request
    session["role"] = "guest"
    return "", 204


def signed_in():
    user = accounts.check(request.form["name"], request.form["password"])
    # ok: python.session-privilege-from-request
    session["uid"] = user.id


@app.post("/enter")
def enter():
    # ruleid: python.session-privilege-from-request
    session["is_admin"] = request.form.get("is_admin") == "1"
    # ok: python.session-privilege-from-request
    session["remember"] = request.form.get("remember") == "1"
    # ok: python.session-privilege-from-request
    session["is_staff"] = settings.mode == "staff"
    return "", 204


def choose_account():
    account = request.args.get("account")
    if account in session.get("own_accounts", []):
        # ok: python.session-privilege-from-request
        session["account_id"] = account


ROLES = {"shop": ["reader", "buyer"]}


def choose_role():
    role = request.args.get("role")
    if role not in ROLES["shop"]:
        return "unknown", 400
    # ok: python.session-privilege-from-request
    session["role"] = role


def choose_any(names):
    account = request.args.get("account")
    if account in request.args.getlist("accounts"):
        # ruleid: python.session-privilege-from-request
        session["account_id"] = account
