import os
import shutil
import tarfile
import zipfile
from pathlib import Path


def unpack(archive, folder):
    with zipfile.ZipFile(archive) as held:
        for entry in held.infolist():
            target = os.path.join(folder, entry.filename)
            # ruleid: python.archive-entry-path
            with open(target, "wb") as out:
                out.write(held.read(entry))


def by_name(archive, folder):
    held = zipfile.ZipFile(archive)
    for name in held.namelist():
        # ruleid: python.archive-entry-path
        Path(folder, name).write_bytes(held.read(name))


def tar(archive, folder):
    with tarfile.open(archive) as held:
        for member in held.getmembers():
            path = folder + "/" + member.name
            with held.extractfile(member) as data:
                # ruleid: python.archive-entry-path
                shutil.copyfileobj(data, open(path, "wb"))


def checked(archive, folder):
    root = os.path.realpath(folder)
    with zipfile.ZipFile(archive) as held:
        for entry in held.infolist():
            target = os.path.realpath(os.path.join(root, entry.filename))
            if not target.startswith(root + os.sep):
                raise ValueError(entry.filename)
            # ok: python.archive-entry-path
            with open(target, "wb") as out:
                out.write(held.read(entry))


def bare(archive, folder):
    with zipfile.ZipFile(archive) as held:
        for name in held.namelist():
            # ok: python.archive-entry-path
            with open(os.path.join(folder, os.path.basename(name)), "wb") as out:
                out.write(held.read(name))


def listed(archive, log):
    with zipfile.ZipFile(archive) as held:
        for entry in held.infolist():
            # ok: python.archive-entry-path
            with open(log, "a") as out:
                out.write(entry.filename)


def opened(archive, folder):
    with zipfile.ZipFile(archive) as held:
        for name in held.namelist():
            # ruleid: python.archive-entry-path
            with (Path(folder) / name).open("wb") as out:
                out.write(held.read(name))
