"""../ in a name removes a file beside the folder."""
import os

RULE = "python.path-from-parameter"


def good(program):
    os.makedirs("homes/ann", exist_ok=True)
    open("homes/ann/old.txt", "w").close()
    program.remove("ann", "old.txt")
    return [os.listdir("homes/ann")]


def attack(program):
    open("precious", "w").close()
    try:
        program.remove("ann", "../../precious")
    except PermissionError:
        pass
    return not os.path.exists("precious") or None
