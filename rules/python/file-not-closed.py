import contextlib
import gzip


def first(path):
    # ruleid: python.file-not-closed
    file = open(path)
    return file.readline()


def count(path):
    total = 0
    # ruleid: python.file-not-closed
    lines = gzip.open(path, "rt")
    for line in lines:
        total += len(line)
    return total


def store(path, text):
    # ruleid: python.file-not-closed
    out = open(path, "w")
    out.write(text)


def managed(path):
    with open(path) as file:
        # ok: python.file-not-closed
        text = file.read()
    return text


def closed(path):
    # ok: python.file-not-closed
    file = open(path)
    try:
        return file.read()
    finally:
        file.close()


def given(path):
    # ok: python.file-not-closed
    file = open(path)
    return file


def handed(path, reader):
    # ok: python.file-not-closed
    file = open(path)
    reader.take(file)


def later(path):
    # ok: python.file-not-closed
    file = open(path)
    with contextlib.closing(file):
        print(file.read())


def fallback(path):
    try:
        # ok: python.file-not-closed
        file = open(path)
    except OSError:
        return None
    with file:
        return file.read()


def in_memory(data):
    # ok: python.file-not-closed
    archive = zipfile.ZipFile(io.BytesIO(data))
    return archive.namelist()
