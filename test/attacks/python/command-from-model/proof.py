"""A pattern that a model asks for runs a program (a real shell; the protocol's server stood in for)."""
import os
import sys
import types

RULE = "python.command-from-model-output"


def prepare():
    class FastMCP:
        def __init__(self, name):
            pass

        def tool(self):
            return lambda function: function

    sys.modules["mcp.server.fastmcp"] = types.SimpleNamespace(FastMCP=FastMCP)


def run(program, name):
    return program.count(name)


def good(program):
    with open("a.txt", "w") as file:
        file.write("12345")
    return run(program, "a.txt")


def attack(program):
    run(program, "x; touch taken")
    return os.path.exists("taken") or None
