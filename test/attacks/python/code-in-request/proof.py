"""An expression in a request runs."""
import os

import support

RULE = "python.code-injection"


def good(program):
    with support.serving(program.app) as ask:
        return ask("/sum?numbers=[1,2,3]").text


def attack(program):
    program.app.logger.disabled = True
    with support.serving(program.app) as ask:
        ask("/sum?numbers=[open('taken','w').write('x')]")
    return os.path.exists("taken") or None
