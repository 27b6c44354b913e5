import os


def daemon():
    os.umask(0)
    with open("state", "w") as file:
        file.write("running")
