"""A line end in a request writes a line of the attacker's choice."""
import logging

import support

RULE = "python.log-injection"


def lines(program, user):
    logger = logging.getLogger("shop")
    logger.handlers = [logging.FileHandler("log.txt", "w")]
    logger.propagate = False
    with support.serving(program.app) as ask:
        ask(f"/login?user={user}")
    with open("log.txt") as file:
        return file.read().splitlines()


def good(program):
    return lines(program, "ann")


def attack(program):
    return "Login of admin" in lines(program, "ann%0ALogin%20of%20admin") or None
