import gzip
import zipfile
import zlib

from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/gzip")
def packed():
    # ruleid: python.decompression-bomb
    return {"size": len(gzip.decompress(request.data))}


@app.post("/zlib")
def deflated():
    body = request.get_data()
    # ruleid: python.decompression-bomb
    text = zlib.decompress(body)
    return {"size": len(text)}


@app.post("/zip")
def archive():
    # ruleid: python.decompression-bomb
    with zipfile.ZipFile(request.files["file"]) as held:
        held.extractall("/srv/in")
    return {}


@app.post("/limited")
def limited():
    # ok: python.decompression-bomb
    return {"size": len(zlib.decompressobj().decompress(request.data, 1_000_000))}


@app.post("/added")
def added():
    # ok: python.decompression-bomb
    with zipfile.ZipFile(request.files["file"]) as held:
        if sum(entry.file_size for entry in held.infolist()) > 10_000_000:
            abort(413)
        held.extractall("/srv/in")
    return {}


@app.post("/names")
def names():
    # ok: python.decompression-bomb
    with zipfile.ZipFile(request.files["file"]) as held:
        return {"names": held.namelist()}


def own():
    with open("/srv/own.gz", "rb") as file:
        # ok: python.decompression-bomb
        return gzip.decompress(file.read())


@app.post("/bundle/added-up")
def added_up():
    # ok: python.decompression-bomb
    bundle = zipfile.ZipFile(request.files["bundle"])
    if sum(entry.file_size for entry in bundle.infolist()) > MOST:
        abort(413)
    for name in bundle.namelist():
        keep(bundle.read(name))
    return "ok"


@app.post("/bundle/counted")
def counted():
    # ruleid: python.decompression-bomb
    bundle = zipfile.ZipFile(request.files["bundle"])
    if len(bundle.namelist()) > 100:
        abort(413)
    for name in bundle.namelist():
        keep(bundle.read(name))
    return "ok"


def open_stream():
    # ruleid: python.decompression-bomb
    with gzip.GzipFile(fileobj=io.BytesIO(request.data)) as stream:
        return stream.read()


def open_stream_to_limit():
    # ok: python.decompression-bomb
    with gzip.GzipFile(fileobj=io.BytesIO(request.data)) as stream:
        return stream.read(1000000)
