"""An entity of the document reads a file (real xml.sax)."""
import support

RULE = "python.xml-external-entities"


def good(program):
    return program.text("<book><title>Trees</title></book>")


def attack(program):
    path = support.own("secret", "for nobody")
    return program.text(f'<!DOCTYPE book [<!ENTITY e SYSTEM "file://{path}">]><book>&e;</book>') or None
