import os
from pathlib import Path

from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import NoEncryption


def create_identity(path):
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(
        encoding=serialization.Encoding.PEM,
        format=serialization.PrivateFormat.PKCS8,
        encryption_algorithm=serialization.NoEncryption(),
    )
    with open(path, "wb") as fh:
        # ruleid: python.private-key-unencrypted
        fh.write(pem)


def create_signer(folder):
    key = ed25519.Ed25519PrivateKey.generate()
    Path(folder, "signer.pem").write_bytes(
        # ruleid: python.private-key-unencrypted
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, NoEncryption())
    )


def create_rsa(path):
    key = RSA.generate(3072)
    with open(path, "wb") as fh:
        # ruleid: python.private-key-unencrypted
        fh.write(key.export_key())


def create_encrypted(path):
    key = ec.generate_private_key(ec.SECP256R1())
    passphrase = os.environ["KEY_PASSPHRASE"].encode()
    pem = key.private_bytes(
        encoding=serialization.Encoding.PEM,
        format=serialization.PrivateFormat.PKCS8,
        encryption_algorithm=serialization.BestAvailableEncryption(passphrase),
    )
    with open(path, "wb") as fh:
        # ok: python.private-key-unencrypted
        fh.write(pem)


def create_for_owner(path):
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, NoEncryption())
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as fh:
        # ok: python.private-key-unencrypted
        fh.write(pem)


def create_rsa_with_passphrase(path, passphrase):
    key = RSA.generate(3072)
    with open(path, "wb") as fh:
        # ok: python.private-key-unencrypted
        fh.write(key.export_key(passphrase=passphrase))


def write_public(path):
    key = RSA.generate(3072)
    with open(path, "wb") as fh:
        # ok: python.private-key-unencrypted
        fh.write(key.public_key().export_key())


def in_memory():
    key = ec.generate_private_key(ec.SECP256R1())
    # ok: python.private-key-unencrypted
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, NoEncryption())


def _for_owner(path, flags):
    return os.open(path, flags, 0o600)


def create_with_opener(path):
    key = ec.generate_private_key(ec.SECP256R1())
    with open(path, "wb", opener=_for_owner) as fh:
        # ok: python.private-key-unencrypted
        fh.write(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, NoEncryption()))


def to_program(process):
    key = ec.generate_private_key(ec.SECP256R1())
    # ok: python.private-key-unencrypted
    process.stdin.write(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, NoEncryption()))


def create_readable(path):
    key = ec.generate_private_key(ec.SECP256R1())
    # ruleid: python.private-key-unencrypted
    path.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, NoEncryption()))
    os.chmod(path, 0o644)
