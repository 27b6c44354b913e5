"""The server speaks nothing but TLS 1.0, so that what is sent can be read (real TLS)."""
import os
import socket
import ssl
import threading

import support

RULE = "python.old-tls-version"


def version(program, oldest):
    context = program.context_for("DEFAULT@SECLEVEL=0")
    support.certificate("known", trusted=True)
    context.load_cert_chain("private/known.pem")
    client = ssl.create_default_context(cafile=os.environ["SSL_CERT_FILE"])
    client.set_ciphers("DEFAULT@SECLEVEL=0")
    client.minimum_version = oldest
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer():
            try:
                context.wrap_socket(server.accept()[0], server_side=True).close()
            except OSError:
                pass

        threading.Thread(target=answer, daemon=True).start()
        raw = socket.create_connection(server.getsockname(), timeout=5)
        with client.wrap_socket(raw, server_hostname="127.0.0.1") as connection:
            return connection.version()


def good(program):
    return version(program, ssl.TLSVersion.TLSv1).startswith("TLS")


def attack(program):
    chosen = version(program, ssl.TLSVersion.TLSv1)
    return chosen if chosen in ("TLSv1", "TLSv1.1") else None
