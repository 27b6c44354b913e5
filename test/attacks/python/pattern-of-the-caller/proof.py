"""A regex in a request finds what the term does not stand in."""
import json

import support

RULE = "python.regex-injection"


def good(program):
    with support.serving(program.app) as ask:
        return ask("/find?term=key").text


def attack(program):
    program.app.logger.disabled = True
    with support.serving(program.app) as ask:
        return json.loads(ask("/find?term=k%5Ba-z%5D*-%5Cd").text)["found"] or None
