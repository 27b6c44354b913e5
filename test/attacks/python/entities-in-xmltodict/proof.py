"""Entities of entities make a small document large (real xmltodict)."""
RULE = "python.weak-xml-parser"


def good(program):
    return program.order("<order><id>7</id></order>")["id"]


def attack(program):
    levels = "".join(f'<!ENTITY e{level + 1} "{f"&e{level};" * 10}">' for level in range(3))
    document = f'<!DOCTYPE order [<!ENTITY e0 "aaaaaaaaaa">{levels}]><order>&e3;</order>'
    try:
        text = program.order(document)
    except ValueError:
        return None
    return len(text or "") > 9000 or None
