from yaml import Loader, SafeLoader, UnsafeLoader, load, unsafe_load, safe_load
from yaml import load as read


def read_settings(path):
    with open(path) as file:
        # ruleid: python.unsafe-yaml-load
        return safe_load(file)


def read_roles(document):
    # ruleid: python.unsafe-yaml-load
    return safe_load(document)


def read_users(document):
    # ruleid: python.unsafe-yaml-load
    return safe_load(document)


def read_names(document):
    # ok: python.unsafe-yaml-load
    return read(document, Loader=SafeLoader)
