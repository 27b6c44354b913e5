import os
from pathlib import Path

FOLDER = "/srv/files"
CLOSED = "/srv/files/"


def read(root, name):
    full = os.path.abspath(os.path.join(root, name))
    # ruleid: python.path-prefix-compared
    if not full.startswith(root):
        raise PermissionError(name)
    return open(full)


def remove(name):
    path = os.path.realpath(os.path.join(FOLDER, name))
    # ruleid: python.path-prefix-compared
    if path.startswith(FOLDER):
        os.remove(path)


class Store:
    def path_of(self, name):
        full = os.path.normpath(os.path.join(self.root, name))
        # ruleid: python.path-prefix-compared
        if full.startswith(os.path.abspath(self.root)):
            return full
        return None


def safe(root, name):
    full = os.path.abspath(os.path.join(root, name))
    # ok: python.path-prefix-compared
    if full != root and not full.startswith(root + os.sep):
        raise PermissionError(name)
    return open(full)


def closed(name):
    full = os.path.abspath(os.path.join(CLOSED, name))
    # ok: python.path-prefix-compared
    return full.startswith(CLOSED)


def separated(folder, name):
    root = os.path.join(os.path.abspath(folder), "")
    full = os.path.abspath(os.path.join(root, name))
    # ok: python.path-prefix-compared
    return full.startswith(root)


def below(root: Path, name):
    full = (root / name).resolve()
    # ok: python.path-prefix-compared
    return full.is_relative_to(root)


def of_pathlib(base: Path, name):
    full = (base / name).resolve()
    # ruleid: python.path-prefix-compared
    if not str(full).startswith(str(base)):
        raise PermissionError(name)
    return full.read_text()


def of_pathlib_separated(base: Path, name):
    full = (base / name).resolve()
    # ok: python.path-prefix-compared
    if not str(full).startswith(str(base) + os.sep):
        raise PermissionError(name)
    return full.read_text()
