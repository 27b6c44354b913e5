from yaml import Loader, SafeLoader, UnsafeLoader, load, unsafe_load
from yaml import load as read


def read_settings(path):
    with open(path) as file:
        # ruleid: python.unsafe-yaml-load
        return load(file, Loader=Loader)


def read_roles(document):
    # ruleid: python.unsafe-yaml-load
    return read(document, UnsafeLoader)


def read_users(document):
    # ruleid: python.unsafe-yaml-load
    return unsafe_load(document)


def read_names(document):
    # ok: python.unsafe-yaml-load
    return read(document, Loader=SafeLoader)
