"""An argument of the command line runs a program (a real shell)."""
import os
import sys

RULE = "python.command-from-program-input"


def run(program, name):
    sys.argv[1:] = [name]
    return program.count()


def good(program):
    with open("a.txt", "w") as file:
        file.write("12345")
    return run(program, "a.txt")


def attack(program):
    run(program, "x; touch taken")
    return os.path.exists("taken") or None
