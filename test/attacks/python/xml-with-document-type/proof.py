"""The document's type lies in a file of the attacker's choice, and defines its text (real lxml)."""
from pathlib import Path

import support

RULE = "python.xml-external-entities"


def good(program):
    return program.title("<book><title>Trees</title></book>")


def attack(program):
    path = support.own("types.dtd", '<!ENTITY e "taken">')
    try:
        return program.title(f'<!DOCTYPE book SYSTEM "{Path(path).as_uri()}"><book><title>&e;</title></book>') or None
    except SyntaxError:
        return None
