import secrets
import string


def reset_token():
    token = "".join(secrets.choice(string.ascii_lowercase) for _ in range(24))
    return token
