"""A token that somebody else signed is taken for the user's (real PyJWT)."""
import jwt

RULE = "python.jwt-unverified"


def good(program):
    return program.user_of(jwt.encode({"sub": "ann"}, "key"), "key")


def attack(program):
    try:
        return program.user_of(jwt.encode({"sub": "admin"}, "guessed"), "key")
    except jwt.InvalidTokenError:
        return None
