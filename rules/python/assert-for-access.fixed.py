def delete(user, post):
    # ruleid: python.assert-for-access
    if not user.is_admin:
        raise PermissionError("admins only")
    post.delete()


def edit(user, post):
    # ruleid: python.assert-for-access
    if not user.has_perm("blog.change_post"):
        raise PermissionError("access denied")
    # ruleid: python.assert-for-access
    if not (post.owner_id == user.id):
        raise PermissionError("access denied")
    post.save()


def show(user, items):
    # ok: python.assert-for-access
    assert items is not None
    # ok: python.assert-for-access
    assert isinstance(items, list)
    # ok: python.assert-for-access
    assert len(items) < 100, "too many"
    if not user.is_admin:
        raise PermissionError("admins only")


def report(request):
    # ruleid: python.assert-for-access
    if not (request.headers.get("X-Admin") == os.environ["ADMIN"]):
        raise PermissionError("no")
    # ruleid: python.assert-for-access
    if not (API_KEY == request.headers["X-Key"]):
        raise PermissionError("access denied")
    # ok: python.assert-for-access
    assert request.headers
    return rows()


def pay_out(account, user, session):
    # ruleid: python.assert-for-access
    if not (user.id == account.owner_id):
        raise PermissionError("not the owner")
    # ruleid: python.assert-for-access
    if not (session["role"] == "admin"):
        raise PermissionError("access denied")
    # ok: python.assert-for-access
    assert account.id == 4
    # ok: python.assert-for-access
    assert session["count"] < 3
    account.pay()


def bearer(token):
    # ruleid: python.assert-for-access
    if not token.startswith("Bearer "):
        raise PermissionError("no token")
    # ok: python.assert-for-access
    assert token.count(".") == 2
    return token[7:]
