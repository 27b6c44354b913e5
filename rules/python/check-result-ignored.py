def sign_in(user, password):
    # ruleid: python.check-result-ignored
    check_password_hash(user.password_hash, password)
    return issue_token(user)


def receive(body, signature):
    # ruleid: python.check-result-ignored
    hmac.compare_digest(signature, mac_of(body))
    handle(body)


def remove(request, order):
    # ruleid: python.check-result-ignored
    request.user.has_perm("orders.remove")
    order.delete()


def sign_in_well(user, password):
    # ok: python.check-result-ignored
    if not check_password_hash(user.password_hash, password):
        raise PermissionError
    return issue_token(user)


def receive_well(body, signature):
    # ok: python.check-result-ignored
    assert_that(hmac.compare_digest(signature, mac_of(body)))
    handle(body)


def may_remove(request):
    # ok: python.check-result-ignored
    return request.user.has_perm("orders.remove")


def next_page(request, url):
    # ok: python.check-result-ignored
    known = url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()})
    return url if known else "/"


def verified(users, name, password):
    user = users.get(name)
    # ok: python.check-result-ignored
    right: bool = user is not None and user.check_password(password)
    if not right:
        raise PermissionError
    return user


def checked_in_turn(keys, body, signature):
    for key in keys:
        # ok: python.check-result-ignored
        matches = hmac.compare_digest(mac_of(key, body), signature)
        log.debug("key tried")
        if matches:
            return True
    return False
