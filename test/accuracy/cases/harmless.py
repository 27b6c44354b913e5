import os, subprocess, hashlib, random, sqlite3, yaml, json, re, tempfile, secrets, shlex, requests, ssl, logging, hmac
from flask import Flask, request, jsonify, redirect, url_for, send_from_directory, render_template, escape
from urllib.parse import urlparse
from pathlib import Path
app = Flask(__name__)
ALLOWED_COMMANDS = {"list": ["ls"], "who": ["whoami"]}
COLUMNS = ("name", "age")
BASE = Path("/srv/data").resolve()

@app.route("/a")
def a():
    cmd = ALLOWED_COMMANDS.get(request.args["c"])
    if cmd is None:
        return "no", 400
    return subprocess.run(cmd, capture_output=True).stdout
@app.route("/b")
def b():
    host = request.args["host"]
    if not re.fullmatch(r"[a-z0-9.-]+", host):
        return "bad", 400
    return subprocess.check_output(["ping", "-c", "1", host])
@app.route("/c")
def c():
    col = request.args.get("sort", "name")
    if col not in COLUMNS:
        col = "name"
    return jsonify(sqlite3.connect("x").execute(f"SELECT * FROM t ORDER BY {col}").fetchall())
@app.route("/d")
def d():
    n = int(request.args["n"])
    return jsonify(sqlite3.connect("x").execute("SELECT * FROM t LIMIT %d" % n).fetchall())
@app.route("/e")
def e():
    path = (BASE / request.args["f"]).resolve()
    if not path.is_relative_to(BASE):
        return "no", 403
    return path.read_text()
@app.route("/f/<path:name>")
def f(name):
    return send_from_directory("/srv/files", name)
@app.route("/g")
def g():
    return redirect(url_for("a"))
@app.route("/h")
def h():
    nxt = request.args.get("next", "/")
    if urlparse(nxt).netloc:
        nxt = "/"
    return redirect(nxt)
@app.route("/i")
def i():
    return f"<p>{escape(request.args['q'])}</p>"
@app.route("/j")
def j():
    return render_template("x.html", q=request.args["q"])
@app.route("/k")
def k():
    return jsonify(q=request.args["q"])
@app.route("/l")
def l():
    url = request.args["u"]
    if urlparse(url).hostname not in {"api.example.com"}:
        return "no", 400
    return requests.get(url, timeout=3).text
@app.route("/m", methods=["POST"])
def m():
    data = yaml.safe_load(request.data)
    return jsonify(data)
@app.route("/n")
def n():
    q = request.args["q"]
    rows = sqlite3.connect("x").execute("SELECT * FROM t WHERE n = ?", (q,)).fetchall()
    logging.info("found %d rows", len(rows))
    return jsonify(rows)
def checksum(path):
    h = hashlib.md5()
    with open(path, "rb") as fh:
        for chunk in iter(lambda: fh.read(8192), b""):
            h.update(chunk)
    return h.hexdigest()
def shuffle_cards(deck):
    random.shuffle(deck)
    return random.choice(deck)
def backoff(attempt):
    return min(60, 2 ** attempt) + random.random()
def token():
    return secrets.token_urlsafe(32)
def run_git(*args):
    return subprocess.run(["git", *args], check=True, capture_output=True, text=True).stdout
def list_dir(path):
    return os.listdir(path)
def read_config(path):
    with open(path) as fh:
        return json.load(fh)
def write_temp(data):
    with tempfile.NamedTemporaryFile("w", delete=False) as fh:
        fh.write(data)
    return fh.name
def insert(conn, table, row):
    cols = ", ".join(row)
    marks = ", ".join("?" for _ in row)
    conn.execute(f"INSERT INTO {table} ({cols}) VALUES ({marks})", tuple(row.values()))
def by_ids(conn, ids):
    marks = ",".join("?" * len(ids))
    return conn.execute(f"SELECT * FROM t WHERE id IN ({marks})", ids).fetchall()
def quoted(name):
    os.system("ls " + shlex.quote(name))
def compare(a, b):
    return hmac.compare_digest(a, b)
def get_env():
    return os.environ.get("API_KEY")
PASSWORD_FIELD = "password"
TOKEN_URL = "https://auth.example.com/token"
def get_user(session, name):
    return session.query(User).filter(User.name == name).first()
def fetch_json(path):
    return requests.get(f"https://api.example.com/{path}", timeout=5).json()
class Config:
    SECRET_KEY = os.environ["SECRET_KEY"]
    DEBUG = os.environ.get("DEBUG") == "1"
def eval_model(model, loader):
    model.eval()
    return [model(x) for x in loader]
def compile_re(p):
    return re.compile(p)
def run_tests(names):
    subprocess.run(["pytest", "-q"] + names, check=True)
def connect(host="localhost", port=5432, user="app", password=None):
    return host
def log_request(req):
    logging.info("request from %s", req.remote_addr)
