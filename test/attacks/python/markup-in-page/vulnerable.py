from flask import Flask, request

app = Flask(__name__)


@app.route("/")
def hello():
    name = request.args.get("name", "you")
    return f"<h1 title='{name}'>Hello {name}</h1>"
