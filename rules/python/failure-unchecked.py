import os
import shutil
import subprocess
import sys


def backup(path):
    # ruleid: python.failure-unchecked
    subprocess.run(["tar", "czf", "/backup/x.tgz", path])
    shutil.rmtree(path)


def drop(uid):
    try:
        # ruleid: python.failure-unchecked
        os.setuid(uid)
    except OSError:
        pass


def seal(path):
    # ruleid: python.failure-unchecked
    subprocess.call(["gpg", "--encrypt", path])
    os.remove(path)


def install(path):
    # ruleid: python.failure-unchecked
    os.system("gpg --verify release.sig")
    shutil.unpack_archive(path)


def install_checked(path):
    # ok: python.failure-unchecked
    if os.system("gpg --verify release.sig") != 0:
        raise RuntimeError("the signature is wrong")
    # ok: python.failure-unchecked
    os.system("stty sane")
    shutil.unpack_archive(path)


def safe_backup(path):
    # ok: python.failure-unchecked
    subprocess.run(["tar", "czf", "/backup/x.tgz", path], check=True)
    shutil.rmtree(path)


def safe_drop(uid):
    try:
        # ok: python.failure-unchecked
        os.setuid(uid)
    except OSError as error:
        sys.exit(f"cannot give up rights: {error}")


def looked_at(path):
    # ok: python.failure-unchecked
    done = subprocess.run(["tar", "czf", "/backup/x.tgz", path])
    return done.returncode == 0


def show(path):
    # ok: python.failure-unchecked
    subprocess.run(["ls", "-l", path])
    print(path)
