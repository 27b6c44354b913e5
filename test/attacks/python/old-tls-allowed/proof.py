"""A server that speaks TLS 1.0 only is talked to (real TLS)."""
import ssl
import urllib.error
import urllib.request

import support

RULE = "python.old-tls-version"


def read(program, server):
    with support.listening(lambda _: "text", server) as port:
        context = program.context_for("DEFAULT@SECLEVEL=0")
        with urllib.request.urlopen(f"https://127.0.0.1:{port}/", context=context, timeout=5) as answer:
            return answer.read().decode()


def good(program):
    return read(program, support.certificate("known", trusted=True))


def attack(program):
    server = support.certificate("old", trusted=True)
    server.set_ciphers("DEFAULT@SECLEVEL=0")
    server.minimum_version = server.maximum_version = ssl.TLSVersion.TLSv1
    try:
        return read(program, server)
    except (urllib.error.URLError, ssl.SSLError):
        return None
