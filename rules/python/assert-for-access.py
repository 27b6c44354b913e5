def delete(user, post):
    # ruleid: python.assert-for-access
    assert user.is_admin, "admins only"
    post.delete()


def edit(user, post):
    # ruleid: python.assert-for-access
    assert user.has_perm("blog.change_post")
    # ruleid: python.assert-for-access
    assert post.owner_id == user.id
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
    assert request.headers.get("X-Admin") == os.environ["ADMIN"], "no"
    # ruleid: python.assert-for-access
    assert API_KEY == request.headers["X-Key"]
    # ok: python.assert-for-access
    assert request.headers
    return rows()


def pay_out(account, user, session):
    # ruleid: python.assert-for-access
    assert user.id == account.owner_id, "not the owner"
    # ruleid: python.assert-for-access
    assert session["role"] == "admin"
    # ok: python.assert-for-access
    assert account.id == 4
    # ok: python.assert-for-access
    assert session["count"] < 3
    account.pay()


def bearer(token):
    # ruleid: python.assert-for-access
    assert token.startswith("Bearer "), "no token"
    # ok: python.assert-for-access
    assert token.count(".") == 2
    return token[7:]
