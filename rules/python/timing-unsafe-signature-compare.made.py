import base64
import hashlib
import hmac

KEY = open("/etc/app/key", "rb").read()


def with_prefix(body, given):
    expected = "sha256=" + hmac.new(KEY, body, hashlib.sha256).hexdigest()
    # ruleid: python.timing-unsafe-signature-compare
    if given != expected:
        raise ValueError("signature")


def as_base64(body, given):
    wanted = base64.b64encode(hmac.new(KEY, body, "sha256").digest()).decode()
    # ruleid: python.timing-unsafe-signature-compare
    return wanted == given


def in_steps(parts, given):
    code = hmac.new(KEY, digestmod=hashlib.sha256)
    for part in parts:
        code.update(part)
    result = code.hexdigest()
    # ruleid: python.timing-unsafe-signature-compare
    return given == result


def at_once(body, given):
    tag = hmac.digest(KEY, body, "sha256")
    # ruleid: python.timing-unsafe-signature-compare
    return tag == given


def sign(body):
    return hmac.new(KEY, body, hashlib.sha256).hexdigest()


def by_function(body, given):
    # ruleid: python.timing-unsafe-signature-compare
    return sign(body) == given


def compared_well(body, given):
    expected = "sha256=" + hmac.new(KEY, body, hashlib.sha256).hexdigest()
    # ok: python.timing-unsafe-signature-compare
    return hmac.compare_digest(expected, given)


def by_function_well(body, given):
    # ok: python.timing-unsafe-signature-compare
    return hmac.compare_digest(sign(body), given)


def length(body):
    tag = hmac.digest(KEY, body, "sha256")
    # ok: python.timing-unsafe-signature-compare
    return len(tag) == 32


def missing(body, given):
    tag = hmac.new(KEY, body, "sha256").hexdigest() if body else None
    # ok: python.timing-unsafe-signature-compare
    if tag == None:
        return False
    return hmac.compare_digest(tag, given)
