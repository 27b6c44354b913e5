import os, subprocess, sqlite3, pickle, base64, yaml, json, zipfile, tarfile, logging, jwt, requests, httpx
from fastapi import FastAPI, Request, Body, Query, Depends, UploadFile, Header
from fastapi.responses import HTMLResponse, RedirectResponse, FileResponse
from pydantic import BaseModel
from typing import Annotated
from django.http import HttpResponse, JsonResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.safestring import mark_safe
from django.db import connection
from aiohttp import web
import tornado.web
import flask
from flask import request, session, send_file, Blueprint
bp = Blueprint("x", __name__)
api = FastAPI()
class Job(BaseModel):
    cmd: str
@api.post("/job")
async def job(job: Job):
    os.system(job.cmd) # bad: CWE-78
@api.get("/f")
async def f(name: str = Query(...)):
    return FileResponse("/srv/" + name) # bad: CWE-22
@api.get("/p")
def p(q: Annotated[str, Query()]):
    return HTMLResponse(f"<h1>{q}</h1>") # bad: CWE-79
@api.get("/r")
def r(next: str):
    return RedirectResponse(next) # bad: CWE-601
@api.post("/u")
async def u(file: UploadFile):
    with open(os.path.join("/up", file.filename), "wb") as fh: # bad: CWE-22
        fh.write(await file.read())
@api.post("/x")
async def x(req: Request):
    body = await req.json()
    return eval(body["e"]) # bad: CWE-94
@api.get("/fetch")
async def fetch(url: str):
    async with httpx.AsyncClient() as client:
        return (await client.get(url)).text # bad: CWE-918
def view(request):
    name = request.GET.get("n")
    with connection.cursor() as c:
        c.execute("SELECT * FROM u WHERE n = '%s'" % name) # bad: CWE-89
    return HttpResponse("<b>" + name + "</b>") # bad: CWE-79
def view2(request, slug):
    return HttpResponseRedirect(request.GET["next"]) # bad: CWE-601
def view3(request):
    return HttpResponse(mark_safe(request.POST["x"])) # bad: CWE-79
def view4(request):
    User.objects.raw("SELECT * FROM u WHERE n = '%s'" % request.GET["n"]) # bad: CWE-89
def view5(request):
    return JsonResponse(pickle.loads(base64.b64decode(request.COOKIES["s"]))) # bad: CWE-502
def view6(request):
    u = User(**request.POST.dict()) # bad: CWE-915
async def h(request):
    q = request.query["q"]
    return web.Response(text=f"<p>{q}</p>", content_type="text/html") # bad: CWE-79
async def h2(request):
    data = await request.post()
    os.popen("ls " + data["d"]) # bad: CWE-78
class T(tornado.web.RequestHandler):
    def get(self):
        n = self.get_argument("n")
        self.write("<p>" + n + "</p>") # bad: CWE-79
    def post(self):
        subprocess.call(self.get_body_argument("c"), shell=True) # bad: CWE-78
@bp.route("/z", methods=["POST"])
def z():
    f = request.files["f"]
    f.save("/up/" + f.filename) # bad: CWE-434
    zipfile.ZipFile("/up/" + f.filename).extractall("/out") # bad: CWE-22
    return "ok"
@bp.route("/log")
def log():
    logging.info("user " + request.args["u"]) # bad: CWE-117
    return "x"
@bp.route("/hdr")
def hdr():
    resp = flask.make_response("x")
    resp.headers["X-A"] = request.args["a"] # bad: CWE-113
    return resp
@bp.route("/redir")
def redir():
    return flask.redirect(request.args.get("to")) # bad: CWE-601
@bp.route("/tpl")
def tpl():
    return flask.render_template_string(request.args["t"]) # bad: CWE-1336
@bp.route("/x/<name>")
def xx(name):
    return f"<h1>{name}</h1>" # bad: CWE-79
@bp.route("/y")
def y():
    name = request.args.get("name", "")
    return "<h1>Hello, " + name + "!</h1>" # bad: CWE-79
@bp.route("/err")
def err():
    try:
        work()
    except Exception as e:
        return str(e), 500 # bad: CWE-209
@bp.route("/tar")
def tar():
    tarfile.open(fileobj=request.files["f"]).extractall("/out") # bad: CWE-22
@bp.route("/nosql")
def nosql():
    return db.users.find_one({"name": request.json["name"], "pw": request.json["pw"]}) # bad: CWE-943
@bp.route("/re")
def rex():
    import re
    return str(re.search(request.args["p"], "text")) # bad: CWE-1333
@bp.route("/xml", methods=["POST"])
def xml():
    from lxml import etree
    return etree.fromstring(request.data).tag # bad: CWE-611
@bp.route("/yaml", methods=["POST"])
def yml():
    return yaml.load(request.data, Loader=yaml.Loader) # bad: CWE-502
@bp.route("/sql")
def sql():
    conn = sqlite3.connect("a")
    uid = request.args["id"]
    cur = conn.cursor()
    query = f"DELETE FROM t WHERE id = {uid}"
    cur.execute(query) # bad: CWE-89
    return "x"
@bp.route("/order")
def order():
    return Model.query.order_by(text(request.args["o"])).all() # bad: CWE-89
@bp.route("/setcookie")
def sc():
    r = flask.make_response("x")
    r.set_cookie("uid", request.args["u"])
    return r
@bp.route("/ssrf")
def ssrf():
    return requests.get(f"http://{request.args['host']}/x", timeout=2).text # bad: CWE-918
@bp.route("/jwt")
def jw():
    return jwt.decode(request.headers["Authorization"], "key123456", algorithms=["HS256"]) # bad: CWE-798
def lambda_handler(event, context):
    os.system("echo " + event["queryStringParameters"]["x"]) # bad: CWE-78
    return {}
def handler2(self):
    pass
