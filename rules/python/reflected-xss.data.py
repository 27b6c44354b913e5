import json

from flask import Flask, request

app = Flask(__name__)


@app.get("/page-with-data")
def page_with_data():
    data = {"name": request.args.get("name")}
    # ruleid: python.reflected-xss
    return "<script>var user = " + json.dumps(data) + ";</script>"


@app.get("/only-data")
def only_data():
    # ok: python.reflected-xss
    return json.dumps({"name": request.args.get("name")})


@app.get("/page-with-text")
def page_with_text():
    # ok: python.reflected-xss
    return "<pre>" + json.dumps({"name": len(request.args["name"])}) + "</pre>"


@app.get("/table")
def unescaped_table():
    frame = pd.read_csv("sales.csv")
    frame["note"] = request.args.get("note", "")
    # ruleid: python.reflected-xss
    return frame.to_html(escape=False)


@app.get("/escaped")
def escaped_table():
    frame = pd.read_csv("sales.csv")
    frame["note"] = request.args.get("note", "")
    # ok: python.reflected-xss
    return frame.to_html()
