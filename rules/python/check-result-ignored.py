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
