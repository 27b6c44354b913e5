"""A cookie that is unpickled calls a function."""
import base64
import json
import os
import pickle

import support

RULE = "python.unsafe-deserialization"


class Taken:
    def __reduce__(self):
        return os.mkdir, ("taken",)


def ask(program, cookie):
    program.app.logger.disabled = True
    with support.serving(program.app) as server:
        return server("/cart", headers={"Cookie": "cart=" + base64.b64encode(cookie).decode()}).text


def good(program):
    pickled = hasattr(program, "pickle")
    return ask(program, pickle.dumps([1, 2]) if pickled else json.dumps([1, 2]).encode())


def attack(program):
    ask(program, pickle.dumps(Taken()))
    return os.path.exists("taken") or None
