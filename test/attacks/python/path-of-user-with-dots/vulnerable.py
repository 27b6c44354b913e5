import os

HOMES = "homes"


def remove(username, filename):
    target = os.path.join(HOMES, username, filename)
    os.remove(target)
