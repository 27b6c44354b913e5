from flask import Flask, make_response, request
from urllib.parse import quote

app = Flask(__name__)


@app.get("/a")
def first():
    resp = make_response("a")
    # ruleid: python.header-value-from-request
    resp.headers["X-Label"] = request.args["label"]
    return resp


@app.get("/b")
def second():
    response = make_response("b")
    kind = request.args.get("type")
    # ruleid: python.header-value-from-request
    response.headers["Content-Type"] = kind
    return response


@app.get("/c")
def third():
    response = make_response("c")
    # ruleid: python.header-value-from-request
    response.headers.set("Content-Disposition", "attachment; filename=" + request.args["name"])
    return response


@app.get("/d")
def quoted():
    response = make_response("d")
    # ok: python.header-value-from-request
    response.headers["X-Label"] = quote(request.args["label"])
    return response


@app.get("/e")
def counted():
    response = make_response("e")
    # ok: python.header-value-from-request
    response.headers["X-Count"] = str(int(request.args["count"]))
    return response


def outgoing(session):
    # ok: python.header-value-from-request
    session.headers["X-Label"] = request.args["label"]


def download(request):
    response = HttpResponse(b"x")
    # ruleid: python.header-value-from-request
    response["Content-Disposition"] = "attachment; filename=" + request.GET["file"]
    # ok: python.header-value-from-request
    response["Content-Length"] = str(int(request.GET["size"]))
    return response


async def echo(request):
    body = await request.json()
    # ruleid: python.header-value-from-request
    return PlainTextResponse("ok", headers={"X-Tag": body["tag"]})


def attach(request):
    answer = HttpResponse(b"x", content_type="text/plain")
    # ruleid: python.header-value-from-request
    answer["Content-Disposition"] = "attachment; filename=%s" % request.GET["f"]
    return answer


def attach_number(request):
    answer = HttpResponse(b"x", content_type="text/plain")
    # ok: python.header-value-from-request
    answer["Content-Disposition"] = "attachment; filename=%d.txt" % int(request.GET["f"])
    return answer
