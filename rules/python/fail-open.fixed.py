def verify_token(token):
    try:
        decode(token)
    except Exception:
        # ruleid: python.fail-open
        return False
    return True


def is_allowed(user, action):
    try:
        return policy.check(user, action)
    except ConnectionError as error:
        log(error)
        # ruleid: python.fail-open
        return False


def check_permission(user):
    try:
        return service.ask(user)
    except:
        # ruleid: python.fail-open
        return False


def verify_signature(data):
    # ok: python.fail-open
    try:
        key.verify(data)
    except ValueError:
        return False
    return True


def is_allowed_safely(user):
    # ok: python.fail-open
    try:
        return policy.check(user)
    except ConnectionError:
        raise


def already_exists(path):
    # ok: python.fail-open
    try:
        make(path)
    except FileExistsError:
        return True
    return False


def can(user, action):
    try:
        return action in permissions_of(user)
    except Exception:
        # ruleid: python.fail-open
        return False


def verify_signature(key, body, signature):
    try:
        key.verify(signature, body)
    except Exception:
        pass
    # ruleid: python.fail-open
    return True


def verify_token(token):
    # ok: python.fail-open
    try:
        decode(token)
    except InvalidToken:
        log.warning("not valid")
        return False
    return True


def can_retry(count):
    # ok: python.fail-open
    try:
        return count < limit()
    except LookupError:
        return False


def accept_update(public_key, signature, package):
    try:
        public_key.verify(signature, package)
    except InvalidSignature:
        pass
    # ruleid: python.fail-open
    return True


def accept_package(public_key, signature, package):
    # ok: python.fail-open
    try:
        public_key.verify(signature, package)
    except InvalidSignature:
        return False
    return True


def allowed(user, action):
    try:
        return policy(user, action)
    except Exception:
        # ruleid: python.fail-open
        return False


def allocate(user):
    try:
        return reserve(user)
    except KeyError:
        # ok: python.fail-open
        return True
