"""Every user of the machine may change the program."""
import os
import stat

RULE = "python.world-writable-mode"


def mode(program):
    open("run.sh", "w").close()
    program.install("run.sh")
    return os.stat("run.sh").st_mode


def good(program):
    return bool(mode(program) & stat.S_IRWXU == stat.S_IRWXU)


def attack(program):
    return mode(program) & (stat.S_IWOTH | stat.S_IWGRP) or None
