import hashlib

import bcrypt


ROUNDS = 5000
ENOUGH = 600_000
COSTS = {"quick": 5, "usual": 12}


def derive(password, salt):
    # ruleid: python.weak-kdf-cost
    return hashlib.pbkdf2_hmac("sha256", password, salt, ROUNDS)


def derive_well(password, salt):
    # ok: python.weak-kdf-cost
    return hashlib.pbkdf2_hmac("sha256", password, salt, ENOUGH)


def salted():
    # ruleid: python.weak-kdf-cost
    return bcrypt.gensalt(COSTS["quick"])


def salted_well():
    # ok: python.weak-kdf-cost
    return bcrypt.gensalt(COSTS["usual"])
