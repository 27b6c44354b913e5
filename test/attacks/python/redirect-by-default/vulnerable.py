from flask import Flask, redirect, request

app = Flask(__name__)


@app.route("/login")
def login():
    answer = redirect(request.args.get("next") or "/home")
    answer.set_cookie("seen", "yes", httponly=True, secure=True, samesite="Lax")
    return answer
