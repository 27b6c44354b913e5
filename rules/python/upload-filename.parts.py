import os
import uuid

UPLOADS = "/srv/uploads"


async def upload(request):
    reader = await request.multipart()
    field = await reader.next()
    path = os.path.join(UPLOADS, field.filename)
    # ruleid: python.upload-filename
    with open(path, "wb") as file:
        while chunk := await field.read_chunk():
            file.write(chunk)


async def upload_all(request):
    async for part in await request.multipart():
        path = os.path.join(UPLOADS, part.filename)
        # ruleid: python.upload-filename
        with open(path, "wb") as file:
            file.write(await part.read())


async def upload_bare(request):
    reader = await request.multipart()
    field = await reader.next()
    path = os.path.join(UPLOADS, os.path.basename(field.filename))
    # ok: python.upload-filename
    with open(path, "wb") as file:
        file.write(await field.read())


async def upload_named(request):
    reader = await request.multipart()
    field = await reader.next()
    path = os.path.join(UPLOADS, uuid.uuid4().hex)
    # ok: python.upload-filename
    with open(path, "wb") as file:
        file.write(await field.read())
