import rsa
from Crypto.Cipher import PKCS1_OAEP, PKCS1_v1_5
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding


def wrap(key, secret):
    # ruleid: python.rsa-old-padding
    return PKCS1_v1_5.new(key).encrypt(secret)


def unwrap(private_key, data):
    # ruleid: python.rsa-old-padding
    return private_key.decrypt(data, padding.PKCS1v15())


def short(message, public):
    # ruleid: python.rsa-old-padding
    return rsa.encrypt(message, public)


def oaep(key, secret):
    # ok: python.rsa-old-padding
    return PKCS1_OAEP.new(key).encrypt(secret)


def modern(private_key, data):
    # ok: python.rsa-old-padding
    return private_key.decrypt(data, padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None))


def sign(private_key, data):
    # ok: python.rsa-old-padding
    return private_key.sign(data, padding.PKCS1v15(), hashes.SHA256())
