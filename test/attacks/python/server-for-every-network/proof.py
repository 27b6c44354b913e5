"""The server answers at another address of the machine."""
import socket

RULE = "python.bind-all-interfaces"


def reached(program, address):
    with program.listen() as server:
        try:
            socket.create_connection((address, server.getsockname()[1]), timeout=5).close()
            return True
        except OSError:
            return None


def good(program):
    return reached(program, "127.0.0.1")


def attack(program):
    return reached(program, "127.0.0.2")
