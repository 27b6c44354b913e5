import requests
from flask import Flask, Response, request
from markupsafe import escape

app = Flask(__name__)
LOGOS = "https://cdn.example.test/logo"


@app.get("/logo")
def logo():
    r = requests.get("https://cdn.example.test/logo", params={"n": request.args["n"]}, timeout=5)
    # ok: python.reflected-xss
    return Response(r.content)


@app.get("/logos/<name>")
def named_logo(name):
    with requests.Session() as session:
        r = session.get(f"https://cdn.example.test/logos/{request.args['n']}", timeout=5)
    # ok: python.reflected-xss
    return Response(r.text)


@app.get("/other")
def other():
    # ok: python.reflected-xss
    return Response(requests.get(LOGOS, params={"n": request.args["n"]}, timeout=5).content)


@app.get("/any")
def fetched():
    r = requests.get(request.args["address"], timeout=5)
    # ruleid: python.reflected-xss
    return Response(r.content)


@app.post("/echo")
def echo():
    # ruleid: python.reflected-xss
    return Response(request.get_data())


@app.post("/file")
def file():
    sent = request.files["page"].read()
    # ruleid: python.reflected-xss
    return Response(sent)


@app.get("/kept")
def kept():
    # ruleid: python.reflected-xss
    return Response(str(escape(names.get("https", request.args["n"]))))


@app.get("/text")
def text():
    # ruleid: python.reflected-xss
    return Response(str(escape(request.args["n"])))
