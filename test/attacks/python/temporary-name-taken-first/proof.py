"""Between the name and the file somebody puts a link to another file there."""
import os

RULE = "python.insecure-temporary-file"


def good(program):
    path, finish = program.save("1;2")
    finish()
    with open(path) as file:
        return [file.read(), path.endswith(".csv")]


def attack(program):
    with open("precious", "w") as file:
        file.write("mine")
    path, finish = program.save("1;2")
    try:
        os.symlink(os.path.abspath("precious"), path)
    except FileExistsError:
        return None
    finish()
    with open("precious") as file:
        return file.read()
