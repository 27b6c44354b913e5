import os
import stat
from pathlib import Path

# ruleid: python.world-writable-mode
os.chmod("run.sh", 0o755)
# ruleid: python.world-writable-mode
Path("upload").chmod(0o644)
# ruleid: python.world-writable-mode
os.chmod(path, stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO)
# ok: python.world-writable-mode
os.chmod("run.sh", 0o755)
# ok: python.world-writable-mode
os.chmod("key.pem", 0o600)
# ok: python.world-writable-mode
os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)
# ok: python.world-writable-mode
Path("upload").chmod(mode)
# ok: python.world-writable-mode
descriptor = os.open(path, os.O_CREAT | os.O_WRONLY, 0o666)
# ruleid: python.world-writable-mode
shared = os.open(path, os.O_CREAT | os.O_WRONLY, 0o777)
# ruleid: python.world-writable-mode
Path("upload").touch(mode=0o777)


def write_key(path, pem):
    # ruleid: python.world-writable-mode
    return os.open(path, os.O_CREAT | os.O_WRONLY, 0o666)


def keep(token_path):
    # ruleid: python.world-writable-mode
    return os.open(token_path, os.O_CREAT | os.O_WRONLY, mode=0o666)


def write_key_well(path, pem):
    # ok: python.world-writable-mode
    return os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)


def write_monkey(path):
    # ok: python.world-writable-mode
    return os.open(path, os.O_CREAT | os.O_WRONLY, 0o666)


mode = stat.S_IRUSR | stat.S_IWUSR | stat.S_IWOTH
# ruleid: python.world-writable-mode
os.chmod(path, mode)
own_mode = stat.S_IRUSR | stat.S_IWUSR
# ok: python.world-writable-mode
os.chmod(path, own_mode)
