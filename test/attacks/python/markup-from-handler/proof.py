"""A name with a tag becomes an element."""
import support

RULE = "python.html-from-parameter"


def good(program):
    return program.greeting("ann")


def attack(program):
    return "img" in support.elements(program.greeting("<img src=x onerror=1>")) or None
