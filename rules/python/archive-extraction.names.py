import os
import tarfile


def by_ending(path, folder):
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            if member.name.endswith(".exe"):
                continue
            # ruleid: python.archive-extraction
            archive.extract(member, folder)


def by_endings(path, folder):
    with tarfile.open(path) as archive:
        for member in archive:
            if not member.name.lower().endswith((".txt", ".csv")):
                continue
            # ruleid: python.archive-extraction
            archive.extract(member, folder)


def by_ending_and_place(path, folder):
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            if member.name.endswith(".exe"):
                continue
            if member.name.startswith("/") or ".." in member.name:
                raise ValueError(member.name)
            # ok: python.archive-extraction
            archive.extract(member, folder)


def by_place(path, folder):
    root = os.path.realpath(folder)
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            target = os.path.realpath(os.path.join(root, member.name))
            if not target.startswith(root + os.sep):
                raise ValueError(member.name)
            # ok: python.archive-extraction
            archive.extract(member, root)


def one_by_one(path, folder):
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            # ok: python.archive-extraction
            archive.extract(member, folder, filter=tarfile.data_filter)
