"""A document calls a function."""
import os

import yaml

RULE = "python.unsafe-yaml-load"


def good(program):
    return program.read("name: ann\nroles: [user, admin]\n")


def attack(program):
    try:
        program.read("!!python/object/apply:os.mkdir [taken]")
    except yaml.YAMLError:
        pass
    return os.path.exists("taken") or None
