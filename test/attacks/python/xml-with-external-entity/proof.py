"""An entity of the document reads a file (real lxml)."""
from pathlib import Path

import support

RULE = "python.xml-external-entities"


def good(program):
    return program.title("<book><title>Trees</title></book>")


def attack(program):
    path = support.own("secret", "for nobody")
    text = program.title(f'<!DOCTYPE book [<!ENTITY e SYSTEM "{Path(path).as_uri()}">]><book><title>&e;</title></book>')
    return text or None
