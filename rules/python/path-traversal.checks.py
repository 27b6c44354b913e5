import base64
import os
from pathlib import Path

from flask import Flask, abort, request

app = Flask(__name__)
BASE = Path(__file__).parent / "files"
ROOT = os.path.realpath("/srv/files")


@app.get("/a")
def wider_relpath():
    path = os.path.join(os.path.dirname(__file__), "uploads", request.args["name"])
    if os.path.relpath(path, os.path.dirname(__file__)).startswith(".."):
        abort(404)
    # ruleid: python.path-traversal
    return open(path).read()


@app.get("/b")
def wider_prefix():
    path = os.path.join(ROOT, "public", request.args["name"])
    path = os.path.realpath(path)
    if not path.startswith(ROOT + os.sep):
        abort(404)
    # ruleid: python.path-traversal
    return open(path).read()


@app.get("/c")
def wider_pathlib():
    path = (BASE / "public" / request.args["name"]).resolve()
    if not path.is_relative_to(BASE):
        abort(404)
    # ruleid: python.path-traversal
    return path.read_text()


@app.get("/d")
def root_of_all():
    path = os.path.realpath(os.path.join("/srv/files", request.args["name"]))
    if os.path.commonpath(["/", path]) != "/":
        abort(404)
    # ruleid: python.path-traversal
    return open(path).read()


@app.get("/e")
def same_relpath():
    path = os.path.join(os.path.dirname(__file__), "..", "files", request.args["name"])
    if os.path.relpath(path, os.path.join(os.path.dirname(__file__), "../files")).startswith(".."):
        abort(404)
    # ok: python.path-traversal
    return open(path).read()


@app.get("/f")
def same_prefix():
    path = os.path.realpath(os.path.join(ROOT, "public", request.args["name"]))
    if not path.startswith(os.path.join(ROOT, "public") + os.sep):
        abort(404)
    # ok: python.path-traversal
    return open(path).read()


@app.get("/g")
def same_pathlib():
    path = (BASE / "public" / request.args["name"]).resolve()
    if BASE / "public" not in path.parents:
        abort(404)
    # ok: python.path-traversal
    return path.read_text()


@app.get("/h")
def no_folder_behind():
    path = os.path.realpath(os.path.join(ROOT, "page-" + request.args["name"]))
    if os.path.commonpath([ROOT, path]) != ROOT:
        abort(404)
    # ok: python.path-traversal
    return open(path).read()


def inside(path):
    try:
        path.resolve().relative_to(BASE)
    except ValueError:
        return False
    return True


def joined_inside(path):
    return path.is_relative_to(BASE)


@app.get("/i")
def helper_resolves():
    path = BASE / request.args["name"]
    if not inside(path):
        abort(404)
    # ok: python.path-traversal
    return path.read_text()


@app.get("/j")
def only_joined():
    path = BASE / request.args["name"]
    if not path.is_relative_to(BASE):
        abort(404)
    # ruleid: python.path-traversal
    return path.read_text()


@app.get("/k")
def parents_of_joined():
    path = BASE.joinpath(request.args["name"])
    if BASE not in path.parents:
        abort(404)
    # ruleid: python.path-traversal
    return path.read_text()


@app.get("/l")
def common_of_joined():
    path = os.path.join(ROOT, request.args["name"])
    if os.path.commonpath([ROOT, path]) != ROOT:
        abort(404)
    # ruleid: python.path-traversal
    return open(path).read()


@app.get("/m")
def resolved_later():
    path = BASE / request.args["name"]
    path = path.resolve()
    if not path.is_relative_to(BASE):
        abort(404)
    # ok: python.path-traversal
    return path.read_text()


@app.get("/n")
def resolved_in_check():
    path = BASE / request.args["name"]
    if BASE not in path.resolve().parents:
        abort(404)
    # ok: python.path-traversal
    return path.read_text()


def is_within(folder, target):
    base = os.path.realpath(folder)
    return os.path.commonprefix([base + os.sep, os.path.realpath(target)]) == base + os.sep


@app.get("/within")
def within():
    path = os.path.join("/srv/docs", request.args["name"])
    if not is_within("/srv/docs", path):
        abort(404)
    # ok: python.path-traversal
    return open(path).read()


@app.post("/frame")
def frame():
    # ok: python.path-traversal
    table = pandas.read_csv(request.files["frame"])
    # ok: python.path-traversal
    picture = PIL.Image.open(io.BytesIO(request.files["picture"].read()))
    # ruleid: python.path-traversal
    other = pandas.read_csv(request.args["frame"])
    # ruleid: python.path-traversal
    return PIL.Image.open("pictures/" + request.args["name"])


@app.route("/separated")
def separated():
    base = Path("/srv/files")
    path = (base / request.args["name"]).resolve()
    if not str(path).startswith(str(base) + os.sep):
        abort(404)
    # ok: python.path-traversal
    return path.read_text()


@app.route("/posix")
def posix():
    path = Path("/srv/files", request.args["name"]).resolve()
    if path.as_posix().startswith("/srv/files/"):
        # ok: python.path-traversal
        return path.read_text()
    return ""


@app.route("/coded")
def coded():
    name = base64.urlsafe_b64encode(request.args["name"].encode()).decode("ascii")
    # ok: python.path-traversal
    with open("/srv/files/" + name) as handle:
        return handle.read()


@app.route("/coded-and-back")
def coded_and_back():
    name = base64.urlsafe_b64encode(request.args["name"].encode())
    # ruleid: python.path-traversal
    with open("/srv/files/" + base64.urlsafe_b64decode(name).decode()) as handle:
        return handle.read()


def opened_once(request):
    # ruleid: python.path-traversal
    return FileResponse(open("/srv/files/" + request.GET["name"], "rb"), as_attachment=True)


def from_listing():
    files = {path.name: path for path in BASE.iterdir() if path.is_file()}
    # ok: python.path-traversal
    return send_file(files.get(request.args["name"]))


def one_part():
    part = request.args["name"]
    if "/" in part or "\\" in part or part in (".", ".."):
        abort(400)
    # ok: python.path-traversal
    return send_file(BASE / part)


def from_anything():
    files = known_files()
    # ruleid: python.path-traversal
    return send_file(files.get(request.args["name"]))


@shared_task
def verify(path):
    # ok: python.path-traversal
    return open(path).read()


@shared_task
def verify_named(name):
    # ruleid: python.path-traversal
    return open("/srv/backups/" + name).read()


@app.post("/rename")
def rename():
    old = os.path.basename(request.form["old"])
    # ruleid: python.path-traversal
    os.rename(os.path.join("files", old), os.path.join("files", request.form["new"]))
    return "ok"


@app.post("/keep")
def keep():
    # ruleid: python.path-traversal
    shutil.move("/srv/in/upload", "/srv/kept/" + request.form["name"])
    return "ok"


@app.get("/tables")
def tables():
    # ruleid: python.path-traversal
    return list(sqlite3.connect(request.args["db"]).execute("SELECT name FROM sqlite_master"))


@app.get("/tables-of")
def tables_of():
    # ok: python.path-traversal
    return list(sqlite3.connect({"shop": "shop.db"}[request.args["db"]]).execute("SELECT name FROM sqlite_master"))


@app.post("/keep-bare")
def keep_bare():
    # ok: python.path-traversal
    shutil.move("/srv/in/upload", "/srv/kept/" + os.path.basename(request.form["name"]))
    return "ok"
