import html
import os
import unicodedata
from urllib.parse import unquote, unquote_plus

DOCS = "/srv/docs"


def read_doc(name):
    if ".." in name or name.startswith("/"):
        raise ValueError(name)
    # ruleid: python.checked-before-normalized
    name = unquote(name)
    with open(os.path.join(DOCS, name)) as file:
        return file.read()


def title_of(text):
    if "<" in text:
        return None
    # ruleid: python.checked-before-normalized
    return "<h1>" + unicodedata.normalize("NFKC", text) + "</h1>"


def folder_of(path):
    if "../" in path:
        raise PermissionError(path)
    # ruleid: python.checked-before-normalized
    return os.listdir(DOCS + "/" + unquote_plus(path))


def note(text):
    if any(mark in text for mark in ("<", ">")):
        return ""
    # ruleid: python.checked-before-normalized
    return "<p>" + html.unescape(text) + "</p>"


def read_decoded(name):
    # ok: python.checked-before-normalized
    name = unquote(name)
    if ".." in name or name.startswith("/"):
        raise ValueError(name)
    with open(os.path.join(DOCS, name)) as file:
        return file.read()


def read_checked_again(name):
    if ".." in name:
        raise ValueError(name)
    # ok: python.checked-before-normalized
    path = os.path.realpath(os.path.join(DOCS, unquote(name)))
    if not path.startswith(DOCS + os.sep):
        raise ValueError(name)
    return open(path)


def query_of(text):
    if "=" not in text:
        return {}
    # ok: python.checked-before-normalized
    return dict(unquote(part).split("=", 1) for part in text.split("&"))


def composed(text):
    if "<" in text:
        return None
    # ok: python.checked-before-normalized
    return unicodedata.normalize("NFC", text)


def local_path(uri):
    if uri.startswith("file://"):
        uri = uri[7:]
    # ok: python.checked-before-normalized
    return unquote(uri)


def name_in(path):
    if "/" in path:
        return path.rpartition("/")[2]
    # ok: python.checked-before-normalized
    return unquote(path)


def caption(text):
    if "<" in text:
        raise ValueError(text)
    # ok: python.checked-before-normalized
    return "<b>" + html.escape(html.unescape(text)) + "</b>"


def sort_key(name):
    if "'" in name:
        return None
    # ok: python.checked-before-normalized
    return unicodedata.normalize("NFKD", name).casefold()


def handle_of(name):
    if "<" in name:
        raise ValueError(name)
    # ok: python.checked-before-normalized
    name = unicodedata.normalize("NFKC", name)
    if not name.isalnum():
        raise ValueError(name)
    return "<i>" + name + "</i>"
