import datetime
from datetime import timedelta

import jwt

# ruleid: python.long-lived-session
SESSION_COOKIE_AGE = 60 * 60 * 24 * 365


def configure(app):
    # ruleid: python.long-lived-session
    app.config["PERMANENT_SESSION_LIFETIME"] = timedelta(days=3650)
    # ruleid: python.long-lived-session
    app.config["JWT_ACCESS_TOKEN_EXPIRES"] = False


def token(user, key):
    now = datetime.datetime.now(datetime.timezone.utc)
    # ruleid: python.long-lived-session
    return jwt.encode({"sub": user, "exp": now + timedelta(days=365)}, key, algorithm="HS256")


def short(app):
    # ok: python.long-lived-session
    app.config["PERMANENT_SESSION_LIFETIME"] = timedelta(days=14)


def minutes(user, key):
    now = datetime.datetime.now(datetime.timezone.utc)
    # ok: python.long-lived-session
    return jwt.encode({"sub": user, "exp": now + timedelta(minutes=15)}, key, algorithm="HS256")


# ok: python.long-lived-session
CACHE_AGE = 60 * 60 * 24 * 365


# ruleid: python.long-lived-session
app.config["PERMANENT_SESSION_LIFETIME"] = 60 * 60 * 24 * 365
# ruleid: python.long-lived-session
app.config.update(PERMANENT_SESSION_LIFETIME=31536000, DEBUG=False)
# ok: python.long-lived-session
app.config["PERMANENT_SESSION_LIFETIME"] = 60 * 60 * 8
