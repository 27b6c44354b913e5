def delete(user, orders, order):
    if not user.is_admin:
        raise PermissionError("admins only")
    del orders[order]
    return sorted(orders)
