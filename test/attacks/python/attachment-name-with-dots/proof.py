"""The name of an attachment leads out of the folder."""
import os
import types

RULE = "python.upload-filename"


def store(program, name):
    os.makedirs("attachments", exist_ok=True)
    program.store(types.SimpleNamespace(filename=name, body=b"hello"))


def good(program):
    store(program, "a.txt")
    return os.listdir("attachments")


def attack(program):
    store(program, "../taken.txt")
    return os.path.exists("taken.txt") or None
