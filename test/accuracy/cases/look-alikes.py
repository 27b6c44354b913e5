import base64, configparser, hmac, html, io, os, pickle, re, shlex, subprocess, sys, zipfile
import ldap, ldap3, requests, httpx, elementpath, redis
from urllib.parse import urlparse
from lxml import etree
from flask import Flask, request, abort, redirect, make_response
from jinja2 import Environment, FileSystemLoader
from http.server import BaseHTTPRequestHandler
app = Flask(__name__)
TREE = etree.parse("people.xml")
PLACES = {"home": "/", "shop": "/shop"}
KEY = os.environ["KEY"].encode()
env = Environment(loader=FileSystemLoader("t"), autoescape=True)

class Box:
    def __init__(self, a, b):
        self.a = a
        self.b = b
    def first(self):
        return self.a
    def second(self):
        return self.b
@app.route("/box")
def box():
    held = Box("1+1", request.args["q"])
    eval(held.first())
    return str(len(eval(held.second()))) # bad: CWE-95
@app.route("/places")
def places():
    if "to" in request.args:
        return redirect(PLACES.get(request.args["to"], "/"))
    return redirect(PLACES.get("home", request.args["to"])) # bad: CWE-601
@app.route("/host")
def host():
    name = request.args["h"]
    if not re.match(r"^[a-z0-9.]+\Z", name):
        abort(400)
    os.system("ping -c1 " + name)
    other = request.args["other"]
    if not re.match(r"[a-z0-9.]+", other):
        abort(400)
    os.system("ping -c1 " + other) # bad: CWE-78
@app.route("/people")
def people():
    name = request.args["name"]
    if "'" in name:
        return "no apostrophes", 400
    count = len(TREE.xpath(f"/People/Person[@name='{name}']"))
    other = request.args["other"]
    return {"n": count + len(TREE.xpath(f"/People/Person[@name='{other}']"))} # bad: CWE-643
@app.route("/people2")
def people2():
    return {"n": len(elementpath.select(TREE, "/People/Person[@id='" + request.args["id"] + "']"))} # bad: CWE-643
@app.route("/directory")
def directory():
    con = ldap.initialize("ldaps://directory")
    con.search_s("cn=" + request.args["cn"] + ",dc=corp", ldap.SCOPE_BASE, "(objectClass=*)") # bad: CWE-90
    return {"n": len(con.search_s("dc=corp", ldap.SCOPE_SUBTREE, "(uid=%s)" % request.args["u"]))} # bad: CWE-90
@app.route("/page")
def page():
    return make_response(env.get_template("p.html").render(name=request.args["name"]))
@app.route("/note")
def note():
    name = request.args["name"]
    if ".." in name or name.startswith("/"):
        abort(400)
    return {"t": open("notes/" + name).read()}
@app.route("/prefix")
def prefix():
    path = os.path.join("/srv/files/", request.args["name"])
    if not path.startswith("/srv/files/"):
        abort(404)
    return {"t": open(path).read()} # bad: CWE-22
@app.route("/normal")
def normal():
    path = os.path.normpath(os.path.join("/srv/files", request.args["name"]))
    if not path.startswith("/srv/files/"):
        abort(404)
    return {"t": open(path).read()}
@app.route("/archive", methods=["POST"])
def archive():
    with zipfile.ZipFile(request.files["f"]) as held:
        return {"n": len(held.namelist())}
@app.route("/session", methods=["POST"])
def session():
    raw = base64.b64decode(request.cookies["s"])
    mac, data = raw[:32], raw[32:]
    if not hmac.compare_digest(mac, hmac.new(KEY, data, "sha256").digest()):
        return "bad", 400
    return {"id": pickle.loads(data).id}
@app.route("/fetch")
def fetch():
    url = request.args["url"]
    parts = urlparse(url)
    if parts.scheme != "https" or parts.hostname not in ("a.example", "b.example"):
        return "no", 400
    return {"t": requests.get(url, timeout=5).text}
@app.route("/fetch2")
def fetch2():
    url = request.args["url"]
    if not url.startswith("https://good.example/"):
        return "no", 400
    other = request.args["other"]
    if not other.startswith("https://good.example"):
        return "no", 400
    requests.get(url, timeout=5)
    return {"t": requests.get(other, timeout=5).text} # bad: CWE-918
async def hook(request):
    async with httpx.AsyncClient() as c:
        await c.post(request.query["url"], json={}) # bad: CWE-918
        await c.post("https://hooks.example/in", json={"name": request.query["url"]})
store = redis.Redis()
@app.route("/script")
def script():
    store.eval("return redis.call('get', KEYS[1])", 1, request.args["k"])
    return {"v": str(store.eval("return redis.call('get', '" + request.args["k"] + "')", 0))} # bad: CWE-94
class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<p>{html.escape(self.path)}</p>".encode())
        self.wfile.write(f"<p>{self.path}</p>".encode()) # bad: CWE-79
def deploy():
    if len(sys.argv) < 2:
        sys.exit("usage: deploy TARGET")
    target = sys.argv[1]
    if target not in ("test", "live"):
        sys.exit("no such target")
    subprocess.run("deploy " + target, shell=True, check=True)
    subprocess.run("deploy " + sys.argv[2], shell=True, check=True) # bad: CWE-78
    subprocess.run("deploy " + shlex.quote(os.environ["TARGET"]), shell=True, check=True)
    subprocess.run("deploy " + os.environ["TARGET"], shell=True, check=True) # bad: CWE-78
import argparse
from dataclasses import dataclass
import tornado.escape, tornado.web
@dataclass
class Job:
    name: str
    target: str
@app.route("/job", methods=["POST"])
def job():
    held = Job(name="n", target=request.json["target"])
    os.system("run " + held.name)
    os.system("run " + held.target) # bad: CWE-78
@app.route("/header")
def header():
    found = ""
    for name in request.headers.keys():
        if name in ("Accept", "User-Agent"):
            continue
        found = name
        break
    os.system("show " + found) # bad: CWE-78
@app.get("/hello/<name>")
def hello(name):
    return "Hello " + name # bad: CWE-79
@app.get("/result")
def result():
    body = "<html>"
    body += "Result for " + request.args["q"]
    return body # bad: CWE-79
@app.get("/table")
def table():
    held = {"q": request.args["q"]}
    return held
@app.get("/listed")
def listed():
    name = request.args["name"]
    if name not in os.listdir("documents"):
        return "none", 404
    return {"t": open("documents/" + name).read()}
class Search(tornado.web.RequestHandler):
    def get(self):
        self.write("<b>" + tornado.escape.xhtml_escape(self.get_argument("q")) + "</b>")
        self.write("<b>" + self.get_argument("q") + "</b>") # bad: CWE-79
def program():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", "-c", type=int)
    parser.add_argument("--mode", choices=["fast", "slow"])
    parser.add_argument("--host-name")
    args = parser.parse_args()
    os.system("build --" + args.mode + " -n " + str(args.count))
    os.system("ping " + args.host_name) # bad: CWE-78
    os.system("head -n %d log" % args.lines)
