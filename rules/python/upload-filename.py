import os
import uuid

from flask import request
from werkzeug.utils import secure_filename


@app.post("/upload")
def upload():
    file = request.files["file"]
    # ruleid: python.upload-filename
    file.save(os.path.join("uploads", file.filename))
    # ok: python.upload-filename
    file.save(os.path.join("uploads", secure_filename(file.filename)))
    # ok: python.upload-filename
    file.save(f"uploads/{uuid.uuid4()}.png")
    return "", 204


@app.post("/avatar")
async def avatar(file: UploadFile):
    # ruleid: python.upload-filename
    with open(f"avatars/{file.filename}", "wb") as out:
        out.write(await file.read())
    # ok: python.upload-filename
    with open(f"avatars/{uuid.uuid4()}.png", "wb") as out:
        out.write(await file.read())


def view(request):
    upload = request.FILES["doc"]
    # ruleid: python.upload-filename
    default_storage.save("docs/" + upload.name, upload)
    # ok: python.upload-filename
    default_storage.save(f"docs/{request.user.id}.pdf", upload)


def kept(request, form):
    f = form.cleaned_data["file"]
    # ok: python.upload-filename
    default_storage.save(f"uploads/{secrets.token_hex(16)}{pathlib.Path(f.name).suffix}", f)
    # ok: python.upload-filename
    default_storage.save("uploads/" + secrets.token_hex(16) + os.path.splitext(f.name)[1], f)
    # ruleid: python.upload-filename
    default_storage.save(f"uploads/{f.name}", f)


def save_avatar(uploaded, folder):
    path = os.path.join(folder, uploaded.filename)
    # ruleid: python.upload-filename
    uploaded.save(path)


def save_avatar_named(uploaded, folder):
    path = os.path.join(folder, uuid.uuid4().hex + ".png")
    # ok: python.upload-filename
    uploaded.save(path)


async def take_part(request):
    reader = await request.multipart()
    part = await reader.next()
    path = os.path.join("uploads", part.filename)
    # ruleid: python.upload-filename
    with open(path, "wb") as out:
        out.write(await part.read())


async def take_known_part(request):
    reader = await request.multipart()
    part = await reader.next()
    path = os.path.join("uploads", part.filename)
    if not stays_inside(path, "uploads"):
        raise web.HTTPBadRequest()
    # ok: python.upload-filename
    with open(path, "wb") as out:
        out.write(await part.read())


async def take_expected_parts(request):
    async for part in await request.multipart():
        if part.filename not in EXPECTED:
            continue
        path = os.path.join("uploads", part.filename)
        # ok: python.upload-filename
        with open(path, "wb") as out:
            out.write(await part.read())
