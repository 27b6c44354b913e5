import ast
import importlib
import re

import pandas
from flask import request


@app.route("/calc")
def calc():
    # ruleid: python.code-injection
    result = eval(request.args["expression"])
    # ok: python.code-injection
    safe = ast.literal_eval(request.args["expression"])
    return [result, safe]


@app.post("/rule")
def rule():
    code = "def check(order): return " + request.json["rule"]
    # ruleid: python.code-injection
    exec(code)
    # ruleid: python.code-injection
    plugin = importlib.import_module("plugins." + request.json["plugin"])
    # ok: python.code-injection
    known = OPERATIONS[request.json["rule"]]
    # ok: python.code-injection
    number = eval("10 * " + str(int(request.json["count"])))
    # ok: python.code-injection
    pattern = re.compile("^[a-z]+$").match(request.json["rule"])
    return [plugin, known, number, pattern]


@app.route("/compiled")
def compiled():
    # ruleid: python.code-injection
    first = eval(compile(request.args["e"], "<s>", "eval"))
    # ruleid: python.code-injection
    code = compile(request.args["f"], "<s>", "eval")
    # ok: python.code-injection
    second = eval(code)
    # ok: python.code-injection
    third = eval(compile(str(int(request.args["g"])), "<s>", "eval"))
    return [first, second, third]


def handler(event, context):
    body = json.loads(event["body"])
    # ruleid: python.code-injection
    exec(body["transform"])
    # ok: python.code-injection
    return {"statusCode": 204, "body": json.dumps({"size": len(body)})}


trades = pandas.read_parquet("trades.parquet")


@app.route("/trades")
def chosen_trades():
    where = request.args["where"]
    # ruleid: python.code-injection
    chosen = trades.query(where)
    # ok: python.code-injection
    same = trades[trades["symbol"] == where]
    # ok: python.code-injection
    found = session.query(where)
    return len(chosen) + len(same) + len(found)


import pandas as pd


def grown_table(request):
    rows_df = load_rows()
    # ruleid: python.code-injection
    return rows_df.eval(request.args["formula"])


def column_of_table(request):
    rows_df = load_rows()
    # ok: python.code-injection
    return rows_df[request.args["column"]].sum()


@app.route("/calculate")
def calculate():
    # ruleid: python.code-injection
    return str(eval(request.args["q"]))


@app.route("/sum")
def total():
    # ruleid: python.code-injection
    return str(sum(ast.literal_eval(request.args["numbers"])))
