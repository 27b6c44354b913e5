import base64
import hashlib
import hmac
import json
import pickle

import dill
import jsonpickle


def load_session(data):
    # ruleid: python.deserialized-parameter
    return pickle.loads(data)


def from_cookie(value):
    raw = base64.b64decode(value)
    # ruleid: python.deserialized-parameter
    return dill.loads(raw)


class Store:
    def get(self, text):
        # ruleid: python.deserialized-parameter
        return jsonpickle.decode(text)


def signed(data, signature, key):
    if not hmac.compare_digest(hmac.new(key, data, hashlib.sha256).digest(), signature):
        raise ValueError("bad signature")
    # ok: python.deserialized-parameter
    return pickle.loads(data)


def plain(data):
    # ok: python.deserialized-parameter
    return json.loads(data)


def copied(thing):
    # ok: python.deserialized-parameter
    return pickle.dumps(thing)


def cached(redis, key):
    # ok: python.deserialized-parameter
    return pickle.loads(redis.get(key))


def entry(message, key):
    # ruleid: python.deserialized-parameter
    return pickle.loads(message.get(key))
