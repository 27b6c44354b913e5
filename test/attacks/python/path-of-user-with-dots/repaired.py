import os

HOMES = "homes"


def remove(username, filename):
    target = os.path.realpath(os.path.join(HOMES, username, filename))
    if not target.startswith(os.path.realpath(HOMES) + os.sep):
        raise PermissionError(filename)
    os.remove(target)
