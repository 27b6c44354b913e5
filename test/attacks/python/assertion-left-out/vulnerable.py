def delete(user, orders, order):
    assert user.is_admin, "admins only"
    del orders[order]
    return sorted(orders)
