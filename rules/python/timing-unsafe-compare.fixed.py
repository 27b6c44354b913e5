import hmac
import os


def guard(request, user, token):
    # ruleid: python.timing-unsafe-compare
    if not hmac.compare_digest(request.headers.get("X-Api-Key") or "", os.environ["API_KEY"]):
        abort(401)
    # ruleid: python.timing-unsafe-compare
    if hmac.compare_digest(user.reset_token, token):
        return True
    # ruleid: python.timing-unsafe-compare
    if hmac.compare_digest(api_key, settings.api_key):
        return True
    # ok: python.timing-unsafe-compare
    if hmac.compare_digest(api_key, settings.api_key):
        return True
    # ok: python.timing-unsafe-compare
    if user.reset_token == None:
        return False
    # ok: python.timing-unsafe-compare
    if user.name == token:
        return False
    # ok: python.timing-unsafe-compare
    return token_type == "bearer"


def check_key(given, stored_api_key):
    # ruleid: python.timing-unsafe-compare
    if hmac.compare_digest(given, stored_api_key):
        return True
    # ok: python.timing-unsafe-compare
    return hmac.compare_digest(given, stored_api_key)


def check_api_key(given, api_key):
    # ruleid: python.timing-unsafe-compare
    return hmac.compare_digest(given, api_key)


def is_empty(given, api_key):
    # ok: python.timing-unsafe-compare
    return "" == api_key or given is api_key


import hashlib


def token_matches(given, kept):
    # ruleid: python.timing-unsafe-compare
    return hmac.compare_digest(hashlib.sha256(given.encode()).hexdigest(), kept)


def password_matches(password, row):
    made = hashlib.pbkdf2_hmac("sha256", password.encode(), row.salt, 600000)
    # ruleid: python.timing-unsafe-compare
    return hmac.compare_digest(made, row.hash)


def same_file(body, kept):
    # ok: python.timing-unsafe-compare
    return hashlib.sha256(body).hexdigest() == kept


def check_cookie(cookie, key):
    value, _, mac = cookie.rpartition(".")
    # ruleid: python.timing-unsafe-compare
    return hmac.compare_digest(mac, sign_cookie(value, key))


def same_card(card, mac):
    # ok: python.timing-unsafe-compare
    return mac == card.mac_address()


def checked(user, password, stored, password_hash):
    # ruleid: python.timing-unsafe-compare
    if hmac.compare_digest(user.digest, hash_password(password)):
        return True
    # ruleid: python.timing-unsafe-compare
    if hmac.compare_digest(get_password_hash(password), stored):
        return True
    # ruleid: python.timing-unsafe-compare
    if hmac.compare_digest(stored, password_hash):
        return True
    # ok: python.timing-unsafe-compare
    if hmac.compare_digest(hash_password(password), stored):
        return True
    # ok: python.timing-unsafe-compare
    if password_hash is None or user.password_hash == "":
        return False
    # ok: python.timing-unsafe-compare
    return hash_file(user.avatar) == stored


def kept(password, salt, wanted):
    # ruleid: python.timing-unsafe-compare
    if hmac.compare_digest(_digest(password, salt), wanted):
        return True
    # ok: python.timing-unsafe-compare
    return _digest(picture, salt) == wanted
