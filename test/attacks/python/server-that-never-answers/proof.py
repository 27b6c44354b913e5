"""A silent server holds the program for ever (real requests; its waiting is made a hundred times shorter)."""
import socket
import threading

import requests
import support

RULE = "python.request-without-timeout"


def prepare():
    wait = socket.socket.settimeout
    socket.socket.settimeout = lambda self, seconds: wait(self, seconds and seconds / 100)


def good(program):
    with support.listening(lambda _: "12.50") as port:
        return program.price(f"http://127.0.0.1:{port}/")


def attack(program):
    def ask():
        try:
            program.price(f"http://127.0.0.1:{silent.getsockname()[1]}/")
        except requests.RequestException:
            pass

    with socket.create_server(("127.0.0.1", 0)) as silent:
        asking = threading.Thread(target=ask, daemon=True)
        asking.start()
        asking.join(1)
        return asking.is_alive() or None
