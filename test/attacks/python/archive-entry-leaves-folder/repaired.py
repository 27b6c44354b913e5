import os
import tarfile


def unpack(archive, folder):
    root = os.path.realpath(folder)
    with tarfile.open(archive) as tar:
        members = [one for one in tar if os.path.realpath(os.path.join(root, one.name)).startswith(root + os.sep)]
        tar.extractall(folder, members=members)
