"""A stolen hash is tried two hundred times in the time of one (real bcrypt)."""
import time

RULE = "python.weak-kdf-cost"


def good(program):
    stored = program.store("correct horse")
    return [program.check("correct horse", stored), program.check("wrong", stored)]


def attack(program):
    stored = program.store("k7")
    begin = time.process_time()
    program.check("wrong", stored)
    seconds = time.process_time() - begin
    return seconds if seconds < 0.02 else None
