def may_call(token):
    # ruleid: python.timing-unsafe-secret-compare
    return token == os.environ["API_TOKEN"]


def receive(request):
    # ruleid: python.timing-unsafe-secret-compare
    if request.headers.get("X-Key") != settings.WEBHOOK_SECRET:
        raise PermissionError


def sign_in(password):
    # ruleid: python.timing-unsafe-secret-compare
    return password == os.getenv("ADMIN_PASSWORD")


def is_default():
    # ok: python.timing-unsafe-secret-compare
    return "changeme" == os.getenv("ADMIN_PASSWORD")


def is_production(mode):
    # ok: python.timing-unsafe-secret-compare
    return mode == os.environ["APP_MODE"]


def may_call_well(token):
    # ok: python.timing-unsafe-secret-compare
    return hmac.compare_digest(token, os.environ["API_TOKEN"])


API_TOKEN = os.environ["API_TOKEN"]
MODE = os.environ["APP_MODE"]


def may_call_constant(x_api_token):
    # ruleid: python.timing-unsafe-secret-compare
    if x_api_token != API_TOKEN:
        raise PermissionError


def has_token():
    # ok: python.timing-unsafe-secret-compare
    return API_TOKEN == ""


def is_mode(mode):
    # ok: python.timing-unsafe-secret-compare
    return MODE == mode


def is_authorized(api_key):
    expected = os.environ["SERVICE_API_KEY"]
    # ruleid: python.timing-unsafe-secret-compare
    return api_key == expected


def is_mode(mode):
    expected = os.environ["SERVICE_MODE"]
    # ok: python.timing-unsafe-secret-compare
    return mode == expected


def is_set():
    expected = os.environ.get("SERVICE_API_KEY")
    # ok: python.timing-unsafe-secret-compare
    return expected != None


def with_named_key():
    # ruleid: python.timing-unsafe-secret-compare
    if request.headers.get("X-Inventory", "") != os.environ["INVENTORY_KEY"]:
        raise PermissionError
    # ok: python.timing-unsafe-secret-compare
    return request.args["order"] == os.environ["SORT_KEY"]


def check_pin(stored: str, given: str) -> bool:
    if len(stored) != len(given):
        return False
    # ruleid: python.timing-unsafe-secret-compare
    for a, b in zip(stored, given):
        if a != b:
            return False
    return True


def same(signature, expected):
    # ruleid: python.timing-unsafe-secret-compare
    for i in range(len(expected)):
        if expected[i] != signature[i]:
            return False
    return True


def same_shape(one, other):
    # ok: python.timing-unsafe-secret-compare
    for a, b in zip(one, other):
        if a != b:
            return False
    return True


def same_secret(secret, given):
    differs = 0
    # ok: python.timing-unsafe-secret-compare
    for a, b in zip(secret, given):
        differs |= ord(a) ^ ord(b)
    return differs == 0


def repeated_alike(password, repeated):
    # ok: python.timing-unsafe-secret-compare
    for i in range(len(password)):
        if password[i] != repeated[i]:
            return False
    return True


def takes_these(signature, arguments):
    # ok: python.timing-unsafe-secret-compare
    for parameter, argument in zip(signature, arguments):
        if parameter != argument:
            return False
    return True
