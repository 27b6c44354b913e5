def allowed(role, count, items):
    # ruleid: python.identity-comparison
    if role is "admin":
        return True
    # ruleid: python.identity-comparison
    if count is not 1000:
        return False
    # ruleid: python.identity-comparison
    if items is []:
        return False
    # ok: python.identity-comparison
    if role is None:
        return False
    # ok: python.identity-comparison
    if count == 1000:
        return True
    # ok: python.identity-comparison
    return items is not allowed
