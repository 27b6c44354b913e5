import os
from os import system

from flask import Flask, request

app = Flask(__name__)


@app.get("/a")
def without_brackets():
    match request.args["q"].split():
        case "run", name:
            # ruleid: python.os-command-injection
            os.system(name)
    return ""


@app.get("/b")
def with_brackets():
    match request.args["q"].split():
        case ["run", *rest]:
            # ruleid: python.os-command-injection
            os.system(" ".join(rest))
    return ""


@app.get("/c")
def keys():
    match request.get_json():
        case {"run": name, "times": int(times)}:
            # ruleid: python.os-command-injection
            os.system(name)
            # ok: python.os-command-injection
            os.system(f"repeat {times}")
    return ""


@app.get("/d")
def of_the_program():
    match request.args["q"].split():
        case "run", ("all" | "none") as name:
            # ok: python.os-command-injection
            os.system(name)
    return ""


@app.get("/e")
def a_word():
    word = request.args["q"]
    match word:
        case "up" | "down":
            # ok: python.os-command-injection
            os.system(word)
    return ""


run = system
shell = os.system
either = system
either = print


@app.get("/f")
def another_name():
    # ruleid: python.os-command-injection
    run("ls " + request.args["q"])
    # ruleid: python.os-command-injection
    shell("ls " + request.args["q"])
    # ok: python.os-command-injection
    run("ls /srv")
    # ok: python.os-command-injection
    either("ls " + request.args["q"])
    return ""


@app.get("/g")
def loaded():
    # ruleid: python.os-command-injection
    __import__("os").system("ls " + request.args["q"])
    # ruleid: python.os-command-injection
    importlib.import_module("os").system("ls " + request.args["q"])
    # ruleid: python.os-command-injection
    getattr(os, "system")("ls " + request.args["q"])
    # ok: python.os-command-injection
    __import__("os").system("ls")
    # ok: python.os-command-injection
    getattr(os, "listdir")("/srv")
    return ""


@app.get("/h")
def copied():
    copies = []
    copies.append({name: value for name, value in request.args.items()})
    # ruleid: python.os-command-injection
    os.system("ls " + copies[0]["dir"])
    plain = []
    plain.append({"id": 7, "dir": request.args["dir"]})
    # ruleid: python.os-command-injection
    os.system("ls " + plain[0]["dir"])
    return ""
