"""A stolen token is good in a year (real PyJWT, with its clock a year ahead)."""
import datetime

import jwt

RULE = "python.jwt-without-expiry"


def good(program):
    return jwt.decode(program.issue("ann", "key"), "key", algorithms=["HS256"])["sub"]


def attack(program):
    import jwt.api_jwt

    token = program.issue("ann", "key")

    class Later(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.datetime.now(tz) + datetime.timedelta(days=365)

    jwt.api_jwt.datetime = Later
    try:
        return jwt.decode(token, "key", algorithms=["HS256"])["sub"]
    except jwt.ExpiredSignatureError:
        return None
