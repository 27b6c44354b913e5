"""An entry named ../ writes beside the folder. Where Python has no extraction filters, they stand in as PEP 706 says."""
import io
import os
import tarfile

RULE = "python.archive-extraction"


def prepare():
    if hasattr(tarfile, "data_filter"):
        return
    extract = tarfile.TarFile.extractall

    def with_filter(self, path=".", members=None, *, filter=None):
        for member in self if filter == "data" else ():
            if member.name.startswith("/") or os.path.normpath(member.name).startswith(".."):
                raise tarfile.TarError(member.name)
        return extract(self, path, members)

    tarfile.TarFile.extractall = with_filter


def archive(name):
    with tarfile.open("in.tar", "w") as tar:
        entry = tarfile.TarInfo(name)
        entry.size = 5
        tar.addfile(entry, io.BytesIO(b"hello"))
    return "in.tar"


def good(program):
    program.unpack(archive("docs/a.txt"), "out")
    with open("out/docs/a.txt") as file:
        return file.read()


def attack(program):
    try:
        program.unpack(archive("../taken.txt"), "out")
    except tarfile.TarError:
        pass
    return os.path.exists("taken.txt") or None
