import sys

from flask import request


def countdown():
    n = int(input("start: "))
    # ruleid: python.endless-loop-from-input
    while n != 0:
        print(n)
        n -= 1


@app.get("/pages")
def pages():
    step = int(request.args["step"])
    at = 0
    while at < 100:
        # ruleid: python.endless-loop-from-input
        at += step
    return {}


def fill():
    end = int(sys.argv[1])
    at = 0
    # ruleid: python.endless-loop-from-input
    while at != end:
        at += 2


def bounded():
    n = int(input("start: "))
    # ok: python.endless-loop-from-input
    while n > 0:
        n -= 1


@app.get("/steps")
def steps():
    step = max(1, int(request.args["step"]))
    at = 0
    while at < 100:
        # ok: python.endless-loop-from-input
        at += step
    return {}


def checked():
    n = int(input("start: "))
    if n < 0:
        raise SystemExit("not below zero")
    # ok: python.endless-loop-from-input
    while n != 0:
        n -= 1
