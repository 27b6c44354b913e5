import hmac


def check(body, signature):
    # ruleid: python.timing-unsafe-signature-compare
    if hmac.compare_digest(hmac.new(KEY, body, "sha256").hexdigest(), signature):
        return True
    expected = hmac.new(KEY, body, "sha256").hexdigest()
    # ruleid: python.timing-unsafe-signature-compare
    if not hmac.compare_digest(signature, expected):
        return False
    # ruleid: python.timing-unsafe-signature-compare
    if hmac.compare_digest(expected, signature):
        return True
    # ok: python.timing-unsafe-signature-compare
    if hmac.compare_digest(expected, signature):
        return True
    # ok: python.timing-unsafe-signature-compare
    if signature is None:
        return False
    # ok: python.timing-unsafe-signature-compare
    return len(signature) == 64


@app.post("/hook")
def hook():
    given = request.headers.get("X-Signature")
    expected = hmac.new(KEY, request.data, "sha256").hexdigest()
    # ruleid: python.timing-unsafe-signature-compare
    if not hmac.compare_digest(given or "", expected):
        abort(403)
    # ruleid: python.timing-unsafe-signature-compare
    return hmac.compare_digest(expected, request.headers.get("X-Signature") or "")
