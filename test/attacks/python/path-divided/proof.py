"""../ in a request leads out of a folder of pathlib, and so does an absolute path (real files)."""
import os
from urllib.parse import quote

import support

RULE = "python.path-traversal"
PLACES = ("notes", "reports", "pictures")


def good(program):
    for place in PLACES:
        os.makedirs(f"data/{place}/plans", exist_ok=True)
        with open(f"data/{place}/plans/a.txt", "w") as file:
            file.write(f"kept in {place}")
    with support.serving(program.app) as ask:
        return [ask(f"/{place}?name=plans/a.txt").text for place in PLACES]


def attack(program):
    program.app.logger.disabled = True
    with open("secret.txt", "w") as file:
        file.write("for nobody")
    names = ("../secret.txt", "../../secret.txt", quote(os.path.abspath("secret.txt")))
    with support.serving(program.app) as ask:
        texts = [ask(f"/{place}?name={name}").text for place in PLACES for name in names]
    return "for nobody" in texts or None
