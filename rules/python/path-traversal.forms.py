import os
import pathlib
import secrets

from flask import Flask, abort, request, send_file
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, Regexp

app = Flask(__name__)


class PickForm(FlaskForm):
    name = StringField("name", validators=[DataRequired()])
    kind = SelectField("kind", choices=[("a", "A"), ("b", "B")])
    slug = StringField("slug", validators=[DataRequired(), Regexp(r"^[a-z0-9_]+$")])


@app.post("/pick")
def pick():
    form = PickForm()
    if not form.validate_on_submit():
        abort(400)
    # ruleid: python.path-traversal
    return send_file(os.path.join("/srv/pdf", form.name.data + ".pdf"))


@app.post("/kind")
def kind():
    form = PickForm()
    if form.validate_on_submit():
        # ok: python.path-traversal
        return send_file(os.path.join("/srv/pdf", form.kind.data + ".pdf"))
    # ok: python.path-traversal
    return send_file("/srv/pdf/none.pdf")


@app.post("/slug")
def slug():
    form = PickForm()
    if not form.validate_on_submit():
        abort(400)
    # ok: python.path-traversal
    return send_file(os.path.join("/srv/pdf", form.slug.data + ".pdf"))


@app.post("/avatar")
def avatar():
    picture = request.files["picture"]
    extension = os.path.splitext(picture.filename)[1]
    # ok: python.path-traversal
    os.remove(os.path.join("/srv/avatars", secrets.token_hex(8) + extension))
    # ok: python.path-traversal
    os.remove(f"/srv/avatars/{secrets.token_hex(8)}{pathlib.Path(picture.filename).suffix}")
    # ruleid: python.path-traversal
    return send_file(os.path.join("/srv/avatars", picture.filename))


def work(sqs, queue_url):
    for message in sqs.receive_message(QueueUrl=queue_url)["Messages"]:
        job = json.loads(message["Body"])
        # ruleid: python.path-traversal
        open(os.path.join("/srv/jobs", job["name"]))
        # ok: python.path-traversal
        open(os.path.join("/srv/jobs", os.path.basename(job["name"])))


# Django takes the folders away from the name of an upload.
def imported(request):
    upload = request.FILES["file"]
    # ok: python.path-traversal
    with open("/srv/uploads/" + upload.name, "wb") as out:
        for chunk in upload.chunks():
            out.write(chunk)
    # ok: python.path-traversal
    with open(os.path.join("/srv/kept", request.FILES["other"].name), "wb") as out:
        out.write(request.FILES["other"].read())


def keep(upload):
    # ok: python.path-traversal
    with open("/srv/pictures/" + upload.name, "wb") as out:
        for chunk in upload.chunks():
            out.write(chunk)


def picture(request):
    keep(request.FILES["picture"])
    return HttpResponse("ok")


def imported_by_name(request):
    upload = request.FILES["file"]
    # ruleid: python.path-traversal
    with open("/srv/uploads/" + request.POST["name"], "wb") as out:
        for chunk in upload.chunks():
            out.write(chunk)


from litestar import get
from litestar.response import File


@get("/report/{name:str}")
async def litestar_report(name: str) -> File:
    # ruleid: python.path-traversal
    return File(path="/srv/reports/" + name)


@get("/report/{day:int}")
async def litestar_day(day: int) -> File:
    # ok: python.path-traversal
    return File(path="/srv/reports/%d.csv" % day)
