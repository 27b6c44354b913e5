"""A semicolon in a request starts a second program."""
import os

import support

RULE = "python.os-command-injection"


def good(program):
    with open("a.txt", "w") as file:
        file.write("12345")
    with support.serving(program.app) as ask:
        return ask("/size?file=a.txt").text


def attack(program):
    with support.serving(program.app) as ask:
        ask("/size?file=a.txt%3Btouch%20taken")
    return os.path.exists("taken") or None
