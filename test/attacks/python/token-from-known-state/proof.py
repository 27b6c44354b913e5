"""Who knows the generator's state computes the next token."""
import random

RULE = "python.weak-random"


def good(program):
    token = program.reset_token()
    return [len(token), token.islower()]


def attack(program):
    state = random.getstate()
    token = program.reset_token()
    random.setstate(state)
    return program.reset_token() == token or None
