from Crypto.Cipher import AES, ARC4, DES3
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

# ruleid: python.weak-cipher
a = AES.new(key, AES.MODE_ECB)
# ruleid: python.weak-cipher
b = DES3.new(key, DES3.MODE_CBC, iv)
# ruleid: python.weak-cipher
c = ARC4.new(key)
# ruleid: python.weak-cipher
d = Cipher(algorithms.AES(key), modes.ECB())
# ok: python.weak-cipher
e = AES.new(key, AES.MODE_GCM)
# ok: python.weak-cipher
f = Cipher(algorithms.AES(key), modes.GCM(nonce))
# ok: python.weak-cipher
g = AES.new(key, AES.MODE_CBC, iv)


def connection(context):
    # ruleid: python.weak-cipher
    context.set_ciphers("ALL:aNULL:RC4")
    # ruleid: python.weak-cipher
    context.set_ciphers("RC4-SHA")
    # ok: python.weak-cipher
    context.set_ciphers("HIGH:!aNULL:!MD5:!RC4")
    # ok: python.weak-cipher
    context.set_ciphers("ECDHE+AESGCM")


MODES = {"fast": AES.MODE_ECB, "safe": AES.MODE_GCM}


def seal(key, data):
    # ruleid: python.weak-cipher
    return AES.new(key, MODES["fast"]).encrypt(data)


def seal_well(key, data):
    # ok: python.weak-cipher
    return AES.new(key, MODES["safe"]).encrypt_and_digest(data)


def seal_in_mode(key, data):
    mode = AES.MODE_ECB
    # ruleid: python.weak-cipher
    return AES.new(key, mode).encrypt(data)


def seal_in_good_mode(key, data):
    mode = AES.MODE_GCM
    # ok: python.weak-cipher
    return AES.new(key, mode).encrypt_and_digest(data)
