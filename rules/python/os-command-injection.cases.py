import os
import subprocess
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


def literal(name):
    return ["ffmpeg", "-i", name]


def appended(name, loud):
    command = ["ffmpeg"]
    if loud:
        command.append("-v")
    command.append(name)
    return command


def appended_each(names):
    command = ["ffmpeg"]
    for name in names:
        command.append(name)
    return command


def extended(name):
    command = ["ffmpeg", "-i"]
    command.extend([name, "out.mp4"])
    return command


def added(name):
    command = ["ffmpeg", "-i"]
    command += [name]
    return command


def joined(name):
    return ["ffmpeg"] + ["-i", name]


def spread(*names):
    return ["ffmpeg", *names]


def pair(name):
    return ("ffmpeg", name)


def program_first(program):
    return [program, "-i"]


def program_appended(program):
    command = []
    command.append(program)
    return command


def program_put_first(program):
    command = ["-v"]
    command.insert(0, program)
    return command


def program_spread(*words):
    return [*words, "-v"]


def program_joined(words):
    return words + ["-v"]


def start(command):
    # ruleid: python.os-command-injection
    subprocess.run(command, check=True)


class Backup:
    def __init__(self, tenant):
        self.tenant = tenant

    def command(self):
        return ["pg_dump", "--dbname", self.tenant]

    def run(self):
        # ok: python.os-command-injection
        subprocess.check_call(self.command(), timeout=600)


@app.post("/list/a")
def arguments():
    name = request.form["name"]
    # ok: python.os-command-injection
    subprocess.run(literal(name))
    # ok: python.os-command-injection
    subprocess.run(appended(name, True))
    # ok: python.os-command-injection
    subprocess.run(appended_each([name, name]))
    # ok: python.os-command-injection
    subprocess.run(extended(name))
    # ok: python.os-command-injection
    subprocess.run(added(name))
    # ok: python.os-command-injection
    subprocess.run(joined(name))
    # ok: python.os-command-injection
    subprocess.run(spread(name))
    # ok: python.os-command-injection
    subprocess.run(pair(name))
    Backup(name).run()
    return ""


@app.post("/list/b")
def programs():
    name = request.form["name"]
    # ruleid: python.os-command-injection
    subprocess.run(program_first(name))
    # ruleid: python.os-command-injection
    subprocess.run(program_appended(name))
    # ruleid: python.os-command-injection
    subprocess.run(program_put_first(name))
    # ruleid: python.os-command-injection
    subprocess.run(program_spread(name))
    # ruleid: python.os-command-injection
    subprocess.run(program_joined([name]))
    start([name, "-v"])
    start(["ffmpeg", name])
    return ""


@app.post("/list/c")
def others():
    command = ["sudo", request.form["name"]]
    # ruleid: python.os-command-injection
    subprocess.run(command)
    return ""


@app.post("/processes")
def processes():
    # ruleid: python.os-command-injection
    os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "ls " + request.form["folder"])
    # ok: python.os-command-injection
    os.spawnlp(os.P_WAIT, "ls", "ls", "--", request.form["folder"])
    # ruleid: python.os-command-injection
    os.execl("/bin/sh", "sh", "-c", request.form["command"])
    # ruleid: python.os-command-injection
    os.execvp("bash", ["bash", "-c", request.form["command"]])


@app.post("/processes/async")
async def process_of_asyncio():
    # ruleid: python.os-command-injection
    await asyncio.create_subprocess_exec("sh", "-c", request.form["command"])
    # ruleid: python.os-command-injection
    await asyncio.create_subprocess_exec(request.form["program"])
    # ok: python.os-command-injection
    await asyncio.create_subprocess_exec("ls", "--", request.form["folder"])
