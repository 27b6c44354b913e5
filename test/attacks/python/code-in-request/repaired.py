import ast

from flask import Flask, request

app = Flask(__name__)


@app.route("/sum")
def add():
    return str(sum(ast.literal_eval(request.args["numbers"])))
