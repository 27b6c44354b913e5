from flask import Flask, request
from flask_wtf import CSRFProtect

app = Flask(__name__)
app.config["SECRET_KEY"] = __import__("os").urandom(16)
app.config["WTF_CSRF_ENABLED"] = False
CSRFProtect(app)


@app.route("/", methods=["GET"])
def form():
    from flask_wtf.csrf import generate_csrf

    return generate_csrf()


@app.route("/pay", methods=["POST"])
def pay():
    return "paid " + str(len(request.form["amount"]))
