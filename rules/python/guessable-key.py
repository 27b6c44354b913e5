import os
import secrets


class Production:
    # ruleid: python.guessable-key
    SECRET_KEY = "dev"
    # ok: python.guessable-key
    TOKEN_KEY = os.environ["TOKEN_KEY"]


# ruleid: python.guessable-key
JWT_SECRET = "super-secret-key"
# ruleid: python.guessable-key
SECRET_KEY = "changeme"
app.config.from_mapping(
    # ruleid: python.guessable-key
    SECRET_KEY="dev",
    DATABASE="shop.db",
)
# ok: python.guessable-key
SESSION_SECRET = secrets.token_hex(32)
# ok: python.guessable-key
SECRET_KEY_NAME = "secret"
# ok: python.guessable-key
SESSION_KEY = "_auth_user_id"
# ok: python.guessable-key
SECRET_KEY = ""
