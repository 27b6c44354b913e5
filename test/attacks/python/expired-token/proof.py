"""A token of yesterday is accepted (real PyJWT)."""
import time

import jwt

RULE = "python.jwt-without-expiry"


def good(program):
    return program.user_of(jwt.encode({"sub": "ann", "exp": time.time() + 60}, "key"), "key")


def attack(program):
    try:
        return program.user_of(jwt.encode({"sub": "ann", "exp": time.time() - 86400}, "key"), "key")
    except jwt.ExpiredSignatureError:
        return None
