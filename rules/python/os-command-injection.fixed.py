import os
import shlex
import subprocess
from subprocess import check_output

from flask import request


@app.route("/ping")
def ping():
    # ruleid: python.os-command-injection
    os.system("ping -c 1 -- " + shlex.quote(request.args.get("host")))
    # ok: python.os-command-injection
    subprocess.run(["ping", "-c", "1", "--", request.args.get("host")], check=True)
    return "done"


@app.post("/convert")
def convert():
    name = request.form["name"]
    command = f"convert {name} out.png"
    # ruleid: python.os-command-injection
    subprocess.run(command, shell=True)
    # ok: python.os-command-injection
    subprocess.run(f"convert {shlex.quote(name)} out.png", shell=True)
    # ruleid: python.os-command-injection
    return check_output("file -- {}".format(shlex.quote(name)), shell=True)


@app.get("/log/{branch}")
def log(branch: str, count: int):
    # ruleid: python.os-command-injection
    text = os.popen("git log %s" % branch).read()
    # ok: python.os-command-injection
    os.system(f"git log -n {count}")
    # ruleid: python.os-command-injection
    subprocess.Popen(["bash", "-c", "git show " + branch])
    return text


def view(request):
    program = request.POST["program"]
    # ruleid: python.os-command-injection
    subprocess.call([program, "--version"])
    # ok: python.os-command-injection
    subprocess.call(["ls", "--", request.POST["folder"]])
    # ok: python.os-command-injection
    os.system("ls /srv")


@celery.task
def thumbnail(path, size):
    text = " ".join(["convert", path, "-thumbnail", size])
    # ruleid: python.os-command-injection
    subprocess.Popen(text, shell=True)
    words = ["convert", path, "-thumbnail", size]
    # ok: python.os-command-injection
    subprocess.Popen(words)


@app.get("/words")
def words():
    command = ["convert"]
    command.append(request.args["file"])
    # ok: python.os-command-injection
    subprocess.run(command)
    shell = ["sh", "-c", "convert " + request.args["file"]]
    # ruleid: python.os-command-injection
    subprocess.run(shell)
    program = [request.args["program"], "--version"]
    # ruleid: python.os-command-injection
    subprocess.run(program)


def deployed(request):
    # ruleid: python.os-command-injection
    invoke.run("git checkout " + request.form["branch"])


def remote_log(request):
    with fabric.Connection("log1") as connection:
        # ruleid: python.os-command-injection
        connection.run("tail /var/log/" + shlex.quote(request.form["name"]))


def process(request, pipeline):
    # ok: python.os-command-injection
    pipeline.run("checkout " + request.form["branch"])


run_line = functools.partial(subprocess.run, shell=True)


def looked_up(request):
    # ruleid: python.os-command-injection
    return run_line("nslookup " + request.args["name"])


def looked_up_at_once(request):
    # ruleid: python.os-command-injection
    functools.partial(subprocess.run, shell=True)("nslookup " + request.args["name"])
    listed = functools.partial(subprocess.run, check=True)
    # ok: python.os-command-injection
    return listed(["nslookup", "--", request.args["name"]])
