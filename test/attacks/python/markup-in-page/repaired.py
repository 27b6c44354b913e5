from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)


@app.route("/")
def hello():
    name = escape(request.args.get("name", "you"))
    return f"<h1 title='{name}'>Hello {name}</h1>"
