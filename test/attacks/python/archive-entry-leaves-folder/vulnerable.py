import tarfile


def unpack(archive, folder):
    with tarfile.open(archive) as tar:
        tar.extractall(folder)
