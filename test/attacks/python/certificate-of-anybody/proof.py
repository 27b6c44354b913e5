"""A server whose certificate nobody vouches for is talked to (real TLS)."""
import urllib.error

import support

RULE = "python.unverified-tls-context"


def good(program):
    with support.listening(lambda _: "news", support.certificate("known", trusted=True)) as port:
        return program.read(f"https://127.0.0.1:{port}/")


def attack(program):
    with support.listening(lambda _: "forged", support.certificate("unknown", trusted=False)) as port:
        try:
            return program.read(f"https://127.0.0.1:{port}/")
        except urllib.error.URLError:
            return None
