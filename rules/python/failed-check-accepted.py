import jwt
from itsdangerous import BadSignature


def user_of(token):
    try:
        claims = jwt.decode(token, KEY, algorithms=["HS256"])
    except jwt.PyJWTError:
        # ruleid: python.failed-check-accepted
        claims = {"sub": "service", "role": "user"}
    return claims["sub"]


def read(token):
    try:
        return decode_token(token)
    except Exception:
        # ruleid: python.failed-check-accepted
        return {"user_id": 1, "scopes": ["read"]}


def cookie_user(serializer, cookie):
    try:
        data = serializer.loads(cookie, max_age=3600)
    except BadSignature as error:
        log.info("bad cookie: %s", error)
        # ruleid: python.failed-check-accepted
        data = {"username": cookie.split(".")[0]}
    return data["username"]


def known(token):
    try:
        claims = jwt.decode(token, KEY, algorithms=["HS256"])
    except jwt.PyJWTError:
        # ok: python.failed-check-accepted
        claims = {"sub": None}
    return claims["sub"]


def guest(token):
    try:
        claims = jwt.decode(token, KEY, algorithms=["HS256"])
    except jwt.ExpiredSignatureError:
        # ok: python.failed-check-accepted
        claims = {"sub": "anonymous"}
    return claims["sub"]


def refused(token):
    try:
        claims = jwt.decode(token, KEY, algorithms=["HS256"])
    except jwt.PyJWTError:
        # ok: python.failed-check-accepted
        return {"error": "invalid token"}, 401
    return claims


def settings(text):
    try:
        values = json.loads(text)
    except json.JSONDecodeError:
        # ok: python.failed-check-accepted
        values = {"id": 0, "user": "default"}
    return values


def claims_of(token):
    try:
        claims = jwt.decode(token, KEY, algorithms=["HS256"])
    except jwt.PyJWTError:
        # ruleid: python.failed-check-accepted
        claims = json.loads(base64.b64decode(token.split(".")[1]))
    return claims


def current(token):
    try:
        return read(token)
    except jwt.PyJWTError:
        # ruleid: python.failed-check-accepted
        return {"sub": "0", "role": "editor"}


def current_or_none(token):
    try:
        return read(token)
    except jwt.PyJWTError:
        # ok: python.failed-check-accepted
        return {"sub": None}
