"""The name of an upload leads out of the folder."""
import os

import support

RULE = "python.path-traversal"


def send(program, name):
    os.makedirs("uploads", exist_ok=True)
    body = f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\nhello\r\n--x--\r\n'
    with support.serving(program.app) as ask:
        return ask("/upload", body.encode(), {"Content-Type": "multipart/form-data; boundary=x"}).text


def good(program):
    return [send(program, "a.txt"), os.listdir("uploads")]


def attack(program):
    send(program, "../taken.txt")
    return os.path.exists("taken.txt") or None
