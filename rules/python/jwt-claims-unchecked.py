import jwt
from jose import jwt as jose_jwt


def read(token, key):
    # ruleid: python.jwt-claims-unchecked
    return jwt.decode(token, key, algorithms=["RS256"], options={"verify_aud": False})


def read_with_more(token, key):
    # ruleid: python.jwt-claims-unchecked
    return jwt.decode(token, key, algorithms=["RS256"], audience="shop", options={"require": ["exp"], "verify_iss": False})


def read_by_jose(token, key):
    # ruleid: python.jwt-claims-unchecked
    return jose_jwt.decode(token, key, algorithms=["RS256"], options={"verify_aud": False, "leeway": 5})


def read_all(token, key):
    # ok: python.jwt-claims-unchecked
    return jwt.decode(token, key, algorithms=["RS256"], audience="shop", issuer="https://id.example.com")


def read_required(token, key):
    # ok: python.jwt-claims-unchecked
    return jwt.decode(token, key, algorithms=["RS256"], audience="shop", options={"verify_aud": True})


def header(token):
    # ok: python.jwt-claims-unchecked
    return jwt.get_unverified_header(token)
