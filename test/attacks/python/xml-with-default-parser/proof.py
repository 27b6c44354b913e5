"""An entity brings in text that a check of the document did not see (real lxml)."""
RULE = "python.weak-xml-parser"


def good(program):
    return program.title("<book><title>Trees</title></book>")


def attack(program):
    return program.title('<!DOCTYPE book [<!ENTITY e "forbidden">]><book><title>&e;</title></book>') or None
