import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.route("/size")
def size():
    done = subprocess.run("du -b " + request.args["file"], shell=True, capture_output=True, text=True)
    return done.stdout or "unknown"
