from flask import Flask, request

app = Flask(__name__)


@app.route("/sum")
def add():
    return str(sum(eval(request.args["numbers"])))
