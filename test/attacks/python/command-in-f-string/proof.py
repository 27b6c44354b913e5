"""A file name with $( ) runs a program."""
import os

RULE = "python.shell-command-from-parameter"


def good(program):
    with open("a.txt", "w") as file:
        file.write("12345")
    return program.checksum("a.txt")


def attack(program):
    program.checksum("$(touch taken)")
    return os.path.exists("taken") or None
