import os
import re
from pathlib import Path

from flask import abort, request, send_file, send_from_directory
from werkzeug.utils import secure_filename

ROOT = Path("/srv/files")


@app.route("/file")
def file():
    # ruleid: python.path-traversal
    file2 = "/srv/files/" + request.args["name"]
    if os.path.relpath(file2, "/srv/files").startswith(".."):
        abort(404)
    text = open(file2).read()
    # ok: python.path-traversal
    safe = open("/srv/files/" + secure_filename(request.args["name"])).read()
    return text + safe


@app.route("/download/<path:name>")
def download(name):
    target = os.path.join("uploads", name)
    if os.path.relpath(target, "uploads").startswith(".."):
        abort(404)
    # ruleid: python.path-traversal
    return send_file(target)


@app.route("/folder/<path:name>")
def folder(name):
    # ok: python.path-traversal
    return send_from_directory("uploads", name)


@app.delete("/files/{name}")
async def remove(name: str, number: int):
    # ruleid: python.path-traversal
    file = f"/srv/files/{name}"
    if os.path.relpath(file, "/srv/files").startswith(".."):
        abort(404)
    os.remove(file)
    # ok: python.path-traversal
    os.remove(f"/srv/files/{number}.txt")


@app.get("/notes/{name}")
def note(name: str):
    # ruleid: python.path-traversal
    file = ROOT / name
    if os.path.relpath(file, ROOT).startswith(".."):
        abort(404)
    return file.read_text()


@app.get("/checked/{name}")
def checked(name: str):
    path = (ROOT / name).resolve()
    if not path.is_relative_to(ROOT):
        raise HTTPException(400)
    # ok: python.path-traversal
    return path.read_text()


def view(request):
    name = request.GET["page"]
    if not re.fullmatch(r"[a-z]+", name):
        raise Http404
    # ok: python.path-traversal
    with open(os.path.join("pages", name + ".md")) as page:
        # ok: python.path-traversal
        return page.read()


def bare_name(request):
    name = pathlib.PurePosixPath(request.match_info["name"]).name
    # ok: python.path-traversal
    return open(f"./public/{name}").read()


SLUG = r"^[a-z0-9_-]+$"
Slug = Annotated[str, StringConstraints(pattern=SLUG)]


class Wanted(BaseModel):
    name: constr(pattern=r"^\w+$")
    part: str = Field(pattern=SLUG)
    slug: Slug
    any: str = Field(pattern=r"^[^;]+$")


@app.get("/pages/{name}")
def page_named(name: Annotated[str, fastapi.Path(pattern=r"^[a-z0-9_-]+$")], part: str = Query("a", regex=SLUG)):
    # ok: python.path-traversal
    first = (ROOT / f"{name}.txt").read_text()
    # ok: python.path-traversal
    return first + (ROOT / part).read_text()


@app.post("/pages")
def page_wanted(wanted: Wanted):
    # ok: python.path-traversal
    first = (ROOT / wanted.name / wanted.part / wanted.slug).read_text()
    # ruleid: python.path-traversal
    file = ROOT / wanted.any
    if os.path.relpath(file, ROOT).startswith(".."):
        abort(404)
    return first + file.read_text()


@app.get("/open/{name}")
def page_open(name: Annotated[str, fastapi.Path(pattern=r"^[a-z./]+$")], part: str = Query("a", regex="[a-z]+")):
    # ruleid: python.path-traversal
    file = ROOT / f"{name}.txt"
    if os.path.relpath(file, ROOT).startswith(".."):
        abort(404)
    first = file.read_text()
    # ruleid: python.path-traversal
    file2 = ROOT / part
    if os.path.relpath(file2, ROOT).startswith(".."):
        abort(404)
    return first + file2.read_text()


def listed(request):
    if request.args["name"] not in os.listdir(ROOT):
        raise Http404
    # ok: python.path-traversal
    text = (ROOT / request.args["name"]).read_text()
    # ruleid: python.path-traversal
    file = ROOT / request.args["other"]
    if os.path.relpath(file, ROOT).startswith(".."):
        abort(404)
    return text + file.read_text()


def below_beginning(request):
    path = os.path.abspath(os.path.join("/srv/data", request.args["name"]))
    if not path.startswith("/srv/data"):
        raise Http404
    # ruleid: python.path-traversal
    return open(path).read()


def below_folder(request):
    path = os.path.abspath("/srv/data/" + request.args["name"])
    if not path.startswith("/srv/data/"):
        raise Http404
    # ok: python.path-traversal
    return open(path).read()


def below_separated(request):
    path = os.path.realpath("/srv/data/" + request.args["name"])
    if not path.startswith("/srv/data" + os.sep):
        raise Http404
    # ok: python.path-traversal
    return open(path).read()


def below_common(request):
    path = os.path.realpath("/srv/data/" + request.args["name"])
    if os.path.commonpath(["/srv/data", path]) != "/srv/data":
        raise Http404
    # ok: python.path-traversal
    return open(path).read()
