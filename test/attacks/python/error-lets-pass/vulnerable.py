def is_authorized(token, directory):
    try:
        return directory.allows(token)
    except Exception:
        return True
