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
