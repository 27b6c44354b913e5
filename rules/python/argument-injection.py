import subprocess

from flask import request


@app.post("/clone")
def clone():
    url = request.form["url"]
    # ruleid: python.argument-injection
    subprocess.run(["git", "clone", url], check=True)
    # ok: python.argument-injection
    subprocess.run(["git", "clone", "--", url], check=True)


@app.get("/log")
def log():
    command = ["git", "log", request.args["branch"]]
    # ruleid: python.argument-injection
    return subprocess.check_output(command)


@app.get("/fetch")
def fetch():
    page = f"{request.args['page']}.html"
    # ruleid: python.argument-injection
    return subprocess.check_output(["/usr/bin/curl", "-s", page])


@app.get("/ping")
def ping():
    # ok: python.argument-injection
    return subprocess.check_output(["ping", "-c", "1", request.args["host"]])


@app.get("/depth")
def depth():
    # ok: python.argument-injection
    return subprocess.check_output(["git", "log", "-n", str(int(request.args["n"]))])


@app.get("/show")
def show():
    name = request.args["name"]
    if name.startswith("-"):
        return "no", 400
    # ok: python.argument-injection
    return subprocess.check_output(["git", "show", name])


@app.get("/origin")
def origin():
    # ok: python.argument-injection
    return subprocess.check_output(["git", "log", f"origin/{request.args['branch']}"])


@app.get("/search")
def search():
    # ok: python.argument-injection
    return subprocess.check_output(["git", "grep", "-e", request.args["word"]])


def installed(request):
    # ruleid: python.argument-injection
    subprocess.check_call([sys.executable, "-m", "pip", "install", request.json["package"]])
