"""../ in a request leads out of a folder that is written in several parts, and so does an absolute path."""
import os
from urllib.parse import quote

import support

RULE = "python.path-traversal"
FOLDERS = ("uploads", "data", "users", "avatars")


def good(program):
    os.makedirs("app", exist_ok=True)
    for folder in FOLDERS:
        os.makedirs(f"{folder}/ann", exist_ok=True)
        with open(f"{folder}/ann/a.txt", "w") as file:
            file.write(f"for all in {folder}")
    with support.serving(program.app) as ask:
        return [ask(f"/{folder}?user=ann&name={name}").text for folder, name in zip(FOLDERS, ("ann/a.txt", "ann/a.txt", "a.txt", "ann/a.txt"))]


def attack(program):
    program.app.logger.disabled = True
    with open(".env", "w") as file:
        file.write("for nobody")
    names = ("user=ann&name=../.env", "user=ann&name=../../.env", "user=..&name=.env", f"user=ann&name={quote(os.getcwd())}/.env")
    with support.serving(program.app) as ask:
        texts = [ask(f"/{folder}?{name}").text for folder in FOLDERS for name in names]
    return "for nobody" in texts or None
