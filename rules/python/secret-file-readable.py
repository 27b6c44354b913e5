import os
from pathlib import Path
from cryptography.hazmat.primitives import serialization


def store(key, path):
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    # ruleid: python.secret-file-readable
    fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o644)
    with os.fdopen(fd, "wb") as out:
        out.write(pem)


def export_secret_key(path, pem):
    Path(path).write_bytes(pem)
    # ruleid: python.secret-file-readable
    os.chmod(path, 0o640)


def save_credentials(path, text):
    target = Path(path)
    # ruleid: python.secret-file-readable
    target.touch(mode=0o644)
    target.write_text(text)


def save_token(path, token):
    # ok: python.secret-file-readable
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(fd, "w") as out:
        out.write(token)


def write_public_key(path, pem):
    # ok: python.secret-file-readable
    fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o644)
    os.write(fd, pem)


def install_config(path):
    # ok: python.secret-file-readable
    os.chmod(path, 0o644)


def save_login(creds):
    path = os.path.expanduser("~/.tool/credentials.json")
    # ruleid: python.secret-file-readable
    with open(path, "w") as file:
        json.dump(creds, file)


def keep(value):
    place = Path.home() / ".tool" / "token"
    place.parent.mkdir(exist_ok=True)
    # ruleid: python.secret-file-readable
    place.write_text(value)


def save_login_apart(creds):
    path = os.path.expanduser("~/.tool/credentials.json")
    # ok: python.secret-file-readable
    with open(path, "w") as file:
        os.chmod(path, 0o600)
        json.dump(creds, file)


def read_login():
    path = os.path.expanduser("~/.tool/credentials.json")
    # ok: python.secret-file-readable
    with open(path, "r") as file:
        return json.load(file)


def save_settings(settings):
    path = os.path.expanduser("~/.tool/settings.json")
    # ok: python.secret-file-readable
    with open(path, "w") as file:
        json.dump(settings, file)


def keep_restricted(token):
    path = Path.home() / ".hoist" / "token"
    # ok: python.secret-file-readable
    path.write_text(token)
    restrict(path)


def keep_in_own_folder(token):
    path = Path.home() / ".hoist" / "tokens.json"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # ok: python.secret-file-readable
    path.write_text(token)


def sign_out():
    path = Path.home() / ".hoist" / "token"
    # ok: python.secret-file-readable
    path.write_text("")
