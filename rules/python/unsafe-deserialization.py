import base64
import json
import marshal
import pickle

import jsonpickle
from flask import request


@app.post("/state")
def state():
    # ruleid: python.unsafe-deserialization
    value = pickle.loads(request.data)
    # ok: python.unsafe-deserialization
    safe = json.loads(request.data)
    return [value, safe]


@app.route("/profile")
def profile():
    cookie = base64.b64decode(request.cookies["profile"])
    # ruleid: python.unsafe-deserialization
    user = pickle.loads(cookie)
    # ruleid: python.unsafe-deserialization
    other = jsonpickle.decode(request.form["state"])
    return [user, other]


def serve(connection):
    # ruleid: python.unsafe-deserialization
    return marshal.loads(connection.recv(4096))


def cache():
    # ok: python.unsafe-deserialization
    with open("cache.bin", "rb") as file:
        # ok: python.unsafe-deserialization
        return pickle.load(file)


def store(value):
    # ok: python.unsafe-deserialization
    return pickle.dumps(value)


class Worker(socketserver.StreamRequestHandler):
    def handle(self):
        # ruleid: python.unsafe-deserialization
        self.server.add(pickle.loads(self.rfile.read(64)))
        # ok: python.unsafe-deserialization
        self.server.add(json.loads(self.rfile.read(64)))


def consume():
    consumer = KafkaConsumer("jobs")
    for record in consumer:
        # ruleid: python.unsafe-deserialization
        start(pickle.loads(record.value))
        # ok: python.unsafe-deserialization
        start(json.loads(record.value))


def served(server):
    connection, _ = server.accept()
    stream = connection.makefile("rb")
    # ruleid: python.unsafe-deserialization
    return pickle.Unpickler(stream).load()


def by_name(request):
    # ruleid: python.unsafe-deserialization
    getattr(__import__("pickle"), "loads")(request.data)
    # ruleid: python.unsafe-deserialization
    getattr(pickle, "loads")(request.data)
    # ruleid: python.unsafe-deserialization
    importlib.import_module("pickle").loads(request.data)
    # ok: python.unsafe-deserialization
    getattr(__import__("json"), "loads")(request.data)
    # ok: python.unsafe-deserialization
    return importlib.import_module("json").loads(request.data)
