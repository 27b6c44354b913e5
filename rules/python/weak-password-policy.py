def register(username, password, new_password):
    # ruleid: python.weak-password-policy
    if len(password) < 6:
        raise ValueError("too short")
    # ruleid: python.weak-password-policy
    if len(password) >= 4:
        save(username, password)
    # ruleid: python.weak-password-policy
    if len(new_password) <= 5:
        raise ValueError("too short")
    # ok: python.weak-password-policy
    if len(password) < 12:
        raise ValueError("too short")
    # ok: python.weak-password-policy
    if len(password) > 72:
        raise ValueError("too long")
    # ok: python.weak-password-policy
    if len(username) < 3:
        raise ValueError("too short")
