import os

from flask import request
from PIL import Image
from werkzeug.utils import secure_filename

ALLOWED = {".png", ".jpg"}


@app.post("/avatar")
def avatar():
    f = request.files["avatar"]
    # ruleid: python.unrestricted-upload
    f.save(os.path.join("static/avatars", secure_filename(f.filename)))
    return "ok"


@app.post("/documents")
def documents():
    for document in request.files.getlist("documents"):
        name = secure_filename(document.filename)
        # ruleid: python.unrestricted-upload
        document.save(os.path.join(app.config["UPLOADS"], name))
    return "ok"


@app.post("/file")
def single():
    upload = request.files.get("file")
    path = "uploads/" + secure_filename(upload.filename)
    # ruleid: python.unrestricted-upload
    upload.save(path)
    return path


@app.post("/picture")
def picture():
    f = request.files["picture"]
    if os.path.splitext(f.filename)[1].lower() not in ALLOWED:
        return "no", 415
    # ok: python.unrestricted-upload
    f.save(os.path.join("static/avatars", secure_filename(f.filename)))
    return "ok"


@app.post("/checked")
def checked():
    f = request.files["picture"]
    Image.open(f.stream).verify()
    # ok: python.unrestricted-upload
    f.save(os.path.join("static/avatars", secure_filename(f.filename)))
    return "ok"


@app.post("/draw")
def draw():
    image = Image.new("RGB", (8, 8))
    # ok: python.unrestricted-upload
    image.save("static/new.image")
    return "ok"


@app.post("/logo")
def logo(upload: UploadFile):
    with open(os.path.join("static", os.path.basename(upload.filename)), "wb") as out:
        # ruleid: python.unrestricted-upload
        shutil.copyfileobj(upload.file, out)


@app.post("/picture")
def picture(upload: UploadFile):
    if upload.content_type != "image/png":
        raise HTTPException(415)
    with open("static/picture", "wb") as out:
        # ok: python.unrestricted-upload
        shutil.copyfileobj(upload.file, out)


@app.post("/letter")
def letter():
    file = request.files["file"]
    name = secure_filename(file.filename)
    if not name.lower().endswith((".pdf", ".txt")):
        abort(415)
    # ok: python.unrestricted-upload
    file.save(os.path.join("static/letters", name))
    return "ok"


KINDS = {".png", ".jpg"}


def new_name(original):
    ending = os.path.splitext(original)[1].lower()
    if ending not in KINDS:
        abort(415)
    return uuid.uuid4().hex + ending


@app.post("/picture")
def picture():
    sent = request.files["picture"]
    name = new_name(sent.filename)
    # ok: python.unrestricted-upload
    sent.save(os.path.join("/srv/pictures", name))
    return name


@app.post("/logo")
def logo():
    sent = request.files["logo"]
    name = secure_filename(sent.filename)
    app.logger.info("logo %s", sent.filename)
    # ruleid: python.unrestricted-upload
    sent.save(os.path.join("/srv/logos", name))
    return name


@app.post("/logo")
def logo():
    sent = request.files["logo"]
    extension = os.path.splitext(sent.filename)[1].lower()
    # ruleid: python.unrestricted-upload
    sent.save(f"static/logos/{uuid4().hex}{extension}")
    return "ok"


@app.post("/banner")
def banner():
    sent = request.files["banner"]
    extension = os.path.splitext(sent.filename)[1].lower()
    if extension not in ALLOWED:
        abort(415)
    # ok: python.unrestricted-upload
    sent.save(f"static/banners/{uuid4().hex}{extension}")
    return "ok"


@app.post("/table")
def table():
    sent = request.files["table"]
    if sent.filename.rsplit(".", 1)[-1] != "csv":
        abort(415)
    # ok: python.unrestricted-upload
    sent.save(f"/srv/tables/{uuid4().hex}")
    return "ok"


def import_orders(request):
    upload = request.FILES["file"]
    with open("/srv/uploads/" + upload.name, "wb") as out:
        # ruleid: python.unrestricted-upload
        for chunk in upload.chunks():
            out.write(chunk)
    return HttpResponse("ok")


def import_tables(request):
    upload = request.FILES.get("file")
    if upload.content_type != "text/csv":
        return HttpResponse(status=415)
    with open("/srv/tables/" + upload.name, "wb") as out:
        # ok: python.unrestricted-upload
        for chunk in upload.chunks():
            out.write(chunk)
    return HttpResponse("ok")


def keep_picture():
    file = request.files.get("file")
    kind = kind_of(file.stream.read(16))
    if kind is None:
        abort(415)
    # ok: python.unrestricted-upload
    file.save(Path(FOLDER) / f"{uuid4().hex}{kind}")
    return "ok"


def keep_anything():
    file = request.files.get("file")
    log(file.stream.tell())
    # ruleid: python.unrestricted-upload
    file.save(Path(FOLDER) / uuid4().hex)
    return "ok"


def keep_hashed():
    file = request.files["file"]
    digest = hashlib.sha256(file.read(8192)).hexdigest()
    file.seek(0)
    # ruleid: python.unrestricted-upload
    file.save(Path(FOLDER) / digest)
    return digest


def keep_small():
    file = request.files["file"]
    if len(file.read(MAX + 1)) > MAX:
        abort(413)
    file.seek(0)
    # ruleid: python.unrestricted-upload
    file.save(Path(FOLDER) / uuid4().hex)


def keep_pictures():
    file = request.files["file"]
    if kind_of(file.read(64)) not in KINDS:
        abort(415)
    file.seek(0)
    # ok: python.unrestricted-upload
    file.save(Path(FOLDER) / uuid4().hex)
