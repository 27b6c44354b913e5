import os


def install(path):
    os.chmod(path, 0o755)
