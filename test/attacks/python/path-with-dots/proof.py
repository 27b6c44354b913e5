"""../ in a request leads to a file beside the folder, and so does an absolute path."""
import os
from urllib.parse import quote

import support

RULE = "python.path-traversal"


def good(program):
    os.makedirs("documents/sub", exist_ok=True)
    with open("documents/sub/a.txt", "w") as file:
        file.write("for all")
    with support.serving(program.app) as ask:
        return ask("/read?name=sub/a.txt").text


def attack(program):
    program.app.logger.disabled = True
    secret = support.own("secret", "for nobody")
    with support.serving(program.app) as ask:
        texts = [ask(f"/read?name={quote(str(path))}").text for path in ("../private/secret", secret)]
    return "for nobody" in texts or None
