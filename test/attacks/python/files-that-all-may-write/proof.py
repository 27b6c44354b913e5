"""Every user of the machine may change what the program writes."""
import os
import stat

RULE = "python.umask-zero"


def good(program):
    program.daemon()
    with open("state") as file:
        return file.read()


def attack(program):
    program.daemon()
    return os.stat("state").st_mode & (stat.S_IWOTH | stat.S_IWGRP) or None
