"""../ in a request leads to a file beside the folder, where the path is put together in the call itself or as text."""
import os

import support

RULE = "python.path-traversal"
ROUTES = ("/joined", "/written", "/added")


def good(program):
    os.makedirs("documents/sub", exist_ok=True)
    with open("documents/sub/a.txt", "w") as file:
        file.write("for all")
    with support.serving(program.app) as ask:
        return [ask(f"{route}?name=sub/a.txt").text for route in ROUTES]


def attack(program):
    program.app.logger.disabled = True
    support.own("secret", "for nobody")
    with support.serving(program.app) as ask:
        texts = [ask(f"{route}?name=../private/secret").text for route in ROUTES]
    return any("for nobody" in text for text in texts) or None
