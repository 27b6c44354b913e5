import os


def daemon():
    os.umask(0o077)
    with open("state", "w") as file:
        file.write("running")
