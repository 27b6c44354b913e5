import os


def create(path, text):
    if not os.path.exists(path):
        # ruleid: python.file-race
        with open(path, "w") as file:
            file.write(text)


def read(path):
    if os.access(path, os.R_OK):
        # ruleid: python.file-race
        with open(path) as file:
            return file.read()
    return ""


def plain(path):
    if not os.path.islink(path):
        # ruleid: python.file-race
        return open(path).read()
    return ""


def exclusive(path, text):
    # ok: python.file-race
    with open(path, "x") as file:
        file.write(text)


def tried(path):
    try:
        # ok: python.file-race
        return open(path).read()
    except PermissionError:
        return ""


def other(path, text):
    if not os.path.exists(path):
        # ok: python.file-race
        with open(path + ".log", "w") as file:
            file.write(text)


def folder(path):
    if not os.path.exists(os.path.dirname(path)):
        os.makedirs(os.path.dirname(path))
    # ok: python.file-race
    return open(path, "w")


def emptied(path):
    if os.path.exists(path) and os.access(path, os.W_OK):
        # ruleid: python.file-race
        with open(path, "w") as file:
            file.write("")


def created(path):
    if os.path.exists(path):
        raise FileExistsError(path)
    # ruleid: python.file-race
    with open(path, "w") as file:
        file.write("")


def exclusive(path):
    if os.path.exists(path):
        raise FileExistsError(path)
    # ok: python.file-race
    with open(path, "x") as file:
        file.write("")
