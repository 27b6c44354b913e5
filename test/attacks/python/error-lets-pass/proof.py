"""When the directory cannot be asked, everybody is let in."""
import types

RULE = "python.fail-open"


def down(token):
    raise ConnectionError


def good(program):
    directory = types.SimpleNamespace(allows=lambda token: token == "t1")
    return [program.is_authorized("t1", directory), program.is_authorized("t2", directory)]


def attack(program):
    return program.is_authorized("t2", types.SimpleNamespace(allows=down)) or None
