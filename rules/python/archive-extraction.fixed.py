import shutil
import tarfile
import zipfile


def unpack(path, target):
    with tarfile.open(path) as archive:
        # ruleid: python.archive-extraction
        archive.extractall(target, filter="data")
        # ok: python.archive-extraction
        archive.extractall(target, filter="data")


def other(path, target):
    archive = tarfile.open(path, "r:gz")
    for member in archive.getmembers():
        # ruleid: python.archive-extraction
        archive.extract(member, target, filter="data")
    # ruleid: python.archive-extraction
    shutil.unpack_archive(path, target)


def zipped(path, target):
    with zipfile.ZipFile(path) as archive:
        # ok: python.archive-extraction
        archive.extractall(target)


def names(path):
    with tarfile.open(path) as archive:
        # ok: python.archive-extraction
        return archive.getnames()


def unpacked(path, target):
    # ok: python.archive-extraction
    shutil.unpack_archive(path, target, format="zip")


def relative_only(path, folder):
    tar = tarfile.open(path)
    for member in tar.getmembers():
        if member.name.startswith("/"):
            continue
        # ruleid: python.archive-extraction
        tar.extract(member, path=folder, filter="data")
