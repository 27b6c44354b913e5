"""../ in a request leads to a file beside the folder (Django's view called with its request)."""
import os

import support

RULE = "python.path-traversal"


def read(program, name):
    import django.conf
    import django.test

    if not django.conf.settings.configured:
        django.conf.settings.configure()
    return program.download(django.test.RequestFactory().get("/", {"name": name}))


def good(program):
    os.makedirs("public", exist_ok=True)
    with open("public/a.txt", "w") as file:
        file.write("for all")
    return read(program, "a.txt")


def attack(program):
    import django.http

    support.own("secret", "for nobody")
    try:
        return read(program, "../private/secret")
    except (django.http.Http404, FileNotFoundError):
        return None
