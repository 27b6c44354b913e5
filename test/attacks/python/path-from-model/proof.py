"""A name that a model asks for leads out of the folder (real files; the protocol's server stood in for)."""
import os
import sys
import types

RULE = "python.path-from-model-output"


def prepare():
    class FastMCP:
        def __init__(self, name):
            pass

        def tool(self):
            return lambda function: function

    sys.modules["mcp.server.fastmcp"] = types.SimpleNamespace(FastMCP=FastMCP)
    os.makedirs("notes/plans")
    for name, text in (("notes/plans/today.txt", "call Ann"), ("secret.txt", "for nobody")):
        with open(name, "w") as file:
            file.write(text)


def read(program, name):
    try:
        return program.read_note(name)
    except PermissionError:
        return None


def good(program):
    return read(program, "plans/today.txt")


def attack(program):
    return read(program, "../secret.txt") or read(program, os.path.abspath("secret.txt"))
