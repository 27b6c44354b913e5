import hashlib
import os

from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

# ruleid: python.static-iv
a = AES.new(key, AES.MODE_CBC, b"1234567890123456")
# ruleid: python.static-iv
b = Cipher(algorithms.AES(key), modes.CBC(b"\x00" * 16))
# ok: python.static-iv
c = hashlib.pbkdf2_hmac("sha256", password, b"salt", 600000)
IV = b"0011223344556677"
# ruleid: python.static-iv
d = AES.new(key, AES.MODE_CBC, IV)
# ok: python.static-iv
e = AES.new(key, AES.MODE_CBC, os.urandom(16))
# ok: python.static-iv
f = Cipher(algorithms.AES(key), modes.CBC(iv))
# ok: python.static-iv
g = hashlib.pbkdf2_hmac("sha256", password, user.salt, 600000)
# ok: python.static-iv
h = AES.new(key, AES.MODE_CBC, message[:16])


def zeros(key, text):
    # ruleid: python.static-iv
    return AES.new(key, AES.MODE_CBC, iv=bytes(16)).encrypt(text)


NOTHING = b"\x00" * 16


def sealed(key, text):
    # ruleid: python.static-iv
    return Cipher(algorithms.AES(key), modes.CBC(NOTHING)).encryptor().update(text)


def sealed_anew(key, text):
    fresh = os.urandom(16)
    # ok: python.static-iv
    return Cipher(algorithms.AES(key), modes.CBC(fresh)).encryptor().update(text)


def sealed(box, data):
    # ruleid: python.static-iv
    return box.encrypt(b"\x00" * 12, data, None)


def sealed_named(box, data):
    nonce = b"123456789012"
    # ruleid: python.static-iv
    return box.encrypt(nonce, data, None)


def sealed_fresh(box, data):
    nonce = os.urandom(12)
    # ok: python.static-iv
    return box.encrypt(nonce, data, None)


class Box:
    START = b"0123456789abcdef"

    def __init__(self, key):
        self.key = key
        self._nonce = bytes(12)
        self._fresh = os.urandom(12)

    def of_class(self, data):
        # ruleid: python.static-iv
        return AES.new(self.key, AES.MODE_CBC, iv=self.START).encrypt(data)

    def of_object(self, data):
        # ruleid: python.static-iv
        return AES.new(self.key, AES.MODE_GCM, nonce=self._nonce).encrypt(data)

    def fresh(self, data):
        # ok: python.static-iv
        return AES.new(self.key, AES.MODE_GCM, nonce=self._fresh).encrypt(data)


# What stands in where the caller gives none.
def seal(key, data, iv=b"0000000000000000"):
    # ruleid: python.static-iv
    return AES.new(key, AES.MODE_CBC, iv).encrypt(data)


def seal_fresh(key, data, iv=b""):
    iv = iv or os.urandom(16)
    # ok: python.static-iv
    return AES.new(key, AES.MODE_CBC, iv).encrypt(data)


def seal_given(key, data, iv=None):
    # ok: python.static-iv
    return AES.new(key, AES.MODE_CBC, iv).encrypt(data)
