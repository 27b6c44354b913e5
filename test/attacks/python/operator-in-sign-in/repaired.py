import types

from flask import Flask, request

app = Flask(__name__)
db = types.SimpleNamespace()


@app.route("/sign-in", methods=["POST"])
def sign_in():
    body = request.get_json()
    email, password = str(body["email"]), str(body["password"])
    user = db.users.find_one({"email": email, "password": password})
    return str(user is not None)
