"""A server that has a good certificate for another name is talked to (real TLS)."""
import urllib.error

import support

RULE = "python.unverified-tls-context"


def good(program):
    with support.listening(lambda _: "news", support.certificate("known", trusted=True)) as port:
        return program.read(f"https://127.0.0.1:{port}/")


def attack(program):
    context = support.certificate("other", trusted=True, host="other.test")
    with support.listening(lambda _: "forged", context) as port:
        try:
            return program.read(f"https://127.0.0.1:{port}/")
        except urllib.error.URLError:
            return None
