import os
import time

from fastapi import FastAPI
from flask import Flask, request

app = Flask(__name__)
api = FastAPI()


@app.get("/fill")
def fill():
    count = int(request.args["count"])
    # ruleid: python.size-from-request
    return {"text": "a" * count}


@app.get("/wait")
def wait():
    # ruleid: python.size-from-request
    time.sleep(request.args.get("seconds", 1, type=float))
    return {}


@api.get("/rows")
def rows(count: int = 10):
    # ruleid: python.size-from-request
    return [{"row": at} for at in range(count)]


@app.get("/key")
def key():
    size = request.args.get("size", "16")
    # ruleid: python.size-from-request
    return {"key": os.urandom(int(size)).hex()}


@app.get("/bounded")
def bounded():
    count = min(int(request.args["count"]), 1000)
    # ok: python.size-from-request
    return {"text": "a" * count}


@api.get("/checked")
def checked(count: int = 10):
    if count > 100:
        return []
    # ok: python.size-from-request
    return [{"row": at} for at in range(count)]


@app.get("/fixed")
def fixed():
    number = int(request.args["number"])
    # ok: python.size-from-request
    time.sleep(0.1)
    return {"double": number * 2}


@app.get("/pad")
def pad():
    width = int(request.args["width"])
    # ruleid: python.size-from-request
    return "x".ljust(width)


@app.get("/pad-short")
def pad_short():
    width = int(request.args["width"])
    if width > 200:
        return "too wide", 400
    # ok: python.size-from-request
    return "x".ljust(width)


@app.get("/steps")
def steps():
    count = request.args.get("count", type=int)
    if count is None or count > 500:
        return "too many", 400
    # ok: python.size-from-request
    return str(list(range(count)))


def read_frame(conn):
    (size,) = struct.unpack("!I", conn.recv(4))
    # ruleid: python.size-from-request
    frame = bytearray(size)
    conn.recv_into(frame)
    return frame


async def read_block(reader):
    size = int.from_bytes(await reader.readexactly(8), "big")
    # ruleid: python.size-from-request
    block = bytes(size)
    return block


def read_frame_checked(conn):
    (size,) = struct.unpack("!I", conn.recv(4))
    if size > 65536:
        raise ValueError("too large")
    # ok: python.size-from-request
    return bytearray(size)


def kept(conn):
    data = conn.recv(4096)
    # ok: python.size-from-request
    return bytearray(data)


def numbers(conn, count):
    values = struct.unpack("!4I", conn.recv(16))
    # ok: python.size-from-request
    return [sum(values) % 16 for _ in range(count)]


def entries(conn):
    (count,) = struct.unpack("!I", conn.recv(4))
    # ok: python.size-from-request
    return [conn.recv(16) for _ in range(count)]


def placeholder():
    width = int(request.args.get("w", 300))
    height = int(request.args.get("h", 200))
    # ruleid: python.size-from-request
    return PIL.Image.new("RGB", (width, height))


def small_placeholder():
    width = int(request.args.get("w", 300))
    height = int(request.args.get("h", 200))
    if not (0 < width <= 2000 and 0 < height <= 2000):
        abort(400)
    # ok: python.size-from-request
    return PIL.Image.new("RGB", (width, height))


def thumbnail(picture):
    size = int(request.args.get("size", 100))
    # ruleid: python.size-from-request
    return picture.resize((size, size))


def fixed_thumbnail(picture):
    # ok: python.size-from-request
    return picture.resize((100, 100))
