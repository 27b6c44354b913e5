import jwt


def current_user(token):
    # ruleid: python.jwt-unverified
    claims = jwt.decode(token, options={"verify_signature": False})
    # ruleid: python.jwt-unverified
    named = jwt.decode(token, key, algorithms=["HS256"], options={"verify_signature": True})
    # ruleid: python.jwt-unverified
    old = jwt.decode(token, key, verify=False)
    # ruleid: python.jwt-unverified
    either = jwt.decode(token, key, algorithms=["HS256", "none"])
    # ruleid: python.jwt-unverified
    unsigned = jwt.encode({"id": 1}, None, algorithm="none")
    # ok: python.jwt-unverified
    good = jwt.decode(token, key, algorithms=["HS256"])
    # ok: python.jwt-unverified
    header = jwt.get_unverified_header(token)
    # ok: python.jwt-unverified
    checked = jwt.decode(token, key, algorithms=["RS256"], options={"require": ["exp"]})
    return [claims, old, either, unsigned, good, header, checked]


def with_options(token):
    options = {"verify_signature": False, "verify_exp": True}
    # ruleid: python.jwt-unverified
    return jwt.decode(token, "", options=options)


def with_checking_options(token, key):
    options = {"verify_signature": True, "verify_exp": True}
    # ok: python.jwt-unverified
    return jwt.decode(token, key, algorithms=["RS256"], options=options)


ALGORITHMS = ["HS256", "none"]


def from_list(token, key):
    # ruleid: python.jwt-unverified
    return jwt.decode(token, key, algorithms=ALGORITHMS)


SIGNED = ["HS256", "HS512"]


def from_signed_list(token, key):
    # ok: python.jwt-unverified
    return jwt.decode(token, key, algorithms=SIGNED)
