"""Two identifiers differ in the clock only."""
RULE = "python.weak-random"


def good(program):
    session = program.start("ann")
    return [session["user"], len(session["id"])]


def attack(program):
    first, second = (program.start("ann")["id"].split("-") for _ in range(2))
    return first[1:] == second[1:] or None
