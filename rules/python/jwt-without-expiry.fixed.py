import time

import jwt

# ruleid: python.jwt-without-expiry
a = jwt.encode({"id": user.id, "exp": int(time.time()) + 3600}, key, algorithm="HS256")
# ruleid: python.jwt-without-expiry
b = jwt.encode({"id": user.id, "role": user.role, "exp": int(time.time()) + 3600}, key)
# ruleid: python.jwt-without-expiry
c = jwt.encode({"sub": str(user.id), "iss": "shop", "exp": int(time.time()) + 3600}, settings.key, algorithm="HS256")
# ok: python.jwt-without-expiry
d = jwt.encode({"id": user.id, "exp": now + timedelta(minutes=15)}, key, algorithm="HS256")
# ok: python.jwt-without-expiry
e = jwt.encode(payload, key, algorithm="HS256")
# ok: python.jwt-without-expiry
f = base64.encode({"id": 1})
# ruleid: python.jwt-without-expiry
g = jwt.decode(token, key, algorithms=["HS256"], options={"verify_exp": True})


def issue(user, key):
    claims = {"sub": str(user.id), "iat": now()}
    # ruleid: python.jwt-without-expiry
    return jwt.encode(claims, key, algorithm="HS256")


def issue_with_end(user, key, lifetime):
    claims = {"sub": str(user.id)}
    if lifetime:
        claims["exp"] = now() + lifetime
    # ok: python.jwt-without-expiry
    return jwt.encode(claims, key, algorithm="HS256")


def issue_updated(user, key):
    claims = {"sub": str(user.id)}
    claims.update(standard_claims())
    # ok: python.jwt-without-expiry
    return jwt.encode(claims, key, algorithm="HS256")


def issue_by_helper(user, key):
    claims = {"sub": str(user.id)}
    add_end(claims)
    # ok: python.jwt-without-expiry
    return jwt.encode(claims, key, algorithm="HS256")


def issue_at_once(user, key):
    claims = {"sub": str(user.id), "exp": now() + timedelta(minutes=5)}
    # ok: python.jwt-without-expiry
    return jwt.encode(claims, key, algorithm="HS256")


def issue_with_more(user, key, more):
    claims = {"sub": str(user.id), **more}
    # ok: python.jwt-without-expiry
    return jwt.encode(claims, key, algorithm="HS256")


from jose import jwt as jose_jwt

# ruleid: python.jwt-without-expiry
h = jose_jwt.decode(token, key, algorithms=["HS256"], options={"verify_exp": False})
# ok: python.jwt-without-expiry
i = jose_jwt.decode(token, key, algorithms=["HS256"], options={"verify_exp": True})
