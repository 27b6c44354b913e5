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


# The check raises by itself when the code is wrong.
async def second_step(session, form):
    # ok: python.check-result-ignored
    row = await verify_code(session["pending"], form["code"])
    await session.sign_in(form["name"])


def change(self, form):
    # ok: python.check-result-ignored
    cleaned = self.validate_password(form["new"])
    self.user.set_password(form["new"])


def second_step_asked(session, form):
    who = session["pending"]
    # ok: python.check-result-ignored
    ok = verify_code(who, form["code"])
    if not ok:
        raise PermissionError
    session["user"] = who


def second_step_told(session, form):
    # ok: python.check-result-ignored
    result = verify_code(session["pending"], form["code"])
    return {"ok": result}


def first_that_fits(users, password):
    for user in users:
        # ok: python.check-result-ignored
        found = user.check_password(password)
        if found:
            break
    return found


def right_or_unknown(user, password):
    try:
        # ok: python.check-result-ignored
        right = user.check_password(password)
    except:
        right = False
    return right


def right_of_kind(user, password, kind):
    match kind:
        case "local":
            # ok: python.check-result-ignored
            right = user.check_password(password)
        case _:
            right = False
    return right


def later(user, password):
    # ok: python.check-result-ignored
    right = user.check_password(password)

    def answer():
        return right

    return answer


def sign_in_of_nobody(name, password):
    user = find_user(name)
    if user is None:
        # ok: python.check-result-ignored
        check_password_hash(SPARE_HASH, password)
        return None
    return user if check_password_hash(user.hash, password) else None


def spend_the_time(password):
    # ok: python.check-result-ignored
    bcrypt.checkpw(password.encode(), DUMMY_HASH)


def open_unless_locked(user, password):
    if not user.locked:
        # ruleid: python.check-result-ignored
        check_password_hash(user.password_hash, password)
        return start_session(user)


def open_once(cache, user, password):
    if not cache.get(user.id):
        # ruleid: python.check-result-ignored
        check_password_hash(user.password_hash, password)
        cache.set(user.id, True)
    return start_session(user)


def receive(data, signature):
    if not settings.DEBUG:
        # ruleid: python.check-result-ignored
        hmac.compare_digest(sign(data), signature)
    run(data)


def open_row(name, password):
    row = find(name)
    if not row:
        # ok: python.check-result-ignored
        check_password_hash(SPARE, password)
        return None
    return row if check_password_hash(row.password, password) else None
