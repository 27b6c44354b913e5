import hashlib
import os

import bcrypt
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from Crypto.Protocol.KDF import PBKDF2

SALT = b"same for all"

# ruleid: python.fixed-salt
first = hashlib.pbkdf2_hmac("sha256", password, b"pepper", 600_000)
# ruleid: python.fixed-salt
second = hashlib.pbkdf2_hmac("sha256", password, SALT, 600_000)
# ruleid: python.fixed-salt
third = PBKDF2(password, "salt".encode(), 32, count=600_000)
# ok: python.fixed-salt
fourth = hashlib.pbkdf2_hmac("sha256", password, os.urandom(16), 600_000)
# ok: python.fixed-salt
fifth = bcrypt.hashpw(password, bcrypt.gensalt())
# ok: python.fixed-salt
sixth = hashlib.pbkdf2_hmac("sha256", password, user.salt, 600_000)


def derived(password):
    # ruleid: python.fixed-salt
    return PBKDF2HMAC(hashes.SHA256(), 32, b"constant-salt", 600_000).derive(password)


def derive(password, salt=None):
    # ruleid: python.fixed-salt
    salt = salt or b"application-salt"
    return hashlib.pbkdf2_hmac("sha256", password, salt, 600_000)


# ruleid: python.fixed-salt
def stretch(password: str, salt: bytes = b"static-salt") -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2**15, r=8, p=1)


def derive_well(password, salt=None):
    # ok: python.fixed-salt
    salt = salt or os.urandom(16)
    return hashlib.pbkdf2_hmac("sha256", password, salt, 600_000)


# ok: python.fixed-salt
def shown(salt: str = "", prefix: str = "salt"):
    # ok: python.fixed-salt
    return salt or "-"


# ok: python.fixed-salt
def signer(key, salt=b"shop.cart"):
    # ok: python.fixed-salt
    return Signer(key, salt=salt or b"shop.cart")


def replaced(password, salt):
    salt = b"pepper-and-salt"
    # ruleid: python.fixed-salt
    return hashlib.pbkdf2_hmac("sha256", password, salt, 600_000)


def replaced_default(password: str, salt: bytes | None = None):
    salt = b"pepper-and-salt"
    # ruleid: python.fixed-salt
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)


def made(password, salt):
    salt = salt or os.urandom(16)
    # ok: python.fixed-salt
    return hashlib.pbkdf2_hmac("sha256", password, salt, 600_000)


def stored_salt(user, password):
    # ok: python.fixed-salt
    return hashlib.scrypt(password.encode(), salt=user["salt"].value, n=16384, r=8, p=1)


def written_salt(user, password):
    # ruleid: python.fixed-salt
    return hashlib.scrypt(password.encode(), salt=b"linen", n=16384, r=8, p=1)


def derived(password, salt):
    # ruleid: python.fixed-salt
    first = Cryptodome.Protocol.KDF.PBKDF2(password, b"salt1234", 32, count=600000)
    # ok: python.fixed-salt
    return first, Cryptodome.Protocol.KDF.PBKDF2(password, salt, 32, count=600000)
