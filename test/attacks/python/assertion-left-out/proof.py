"""With python -O there are no assertions, and anybody deletes."""
import types

RULE = "python.assert-for-access"
OPTIMIZE = 1


def good(program):
    return program.delete(types.SimpleNamespace(is_admin=True), {1: "a", 2: "b"}, 1)


def attack(program):
    try:
        return program.delete(types.SimpleNamespace(is_admin=False), {1: "a", 2: "b"}, 1)
    except PermissionError:
        return None
