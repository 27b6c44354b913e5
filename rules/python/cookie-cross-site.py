SESSION_COOKIE_SECURE = True
# ruleid: python.cookie-cross-site
SESSION_COOKIE_SAMESITE = "None"
# ruleid: python.cookie-cross-site
CSRF_COOKIE_SAMESITE = None


def login(response, token):
    # ruleid: python.cookie-cross-site
    response.set_cookie("session", token, secure=True, httponly=True, samesite="none")


def configure(app):
    # ruleid: python.cookie-cross-site
    app.config["SESSION_COOKIE_SAMESITE"] = "None"


def lax(response, token):
    # ok: python.cookie-cross-site
    response.set_cookie("session", token, secure=True, httponly=True, samesite="Lax")


def strict(app):
    # ok: python.cookie-cross-site
    app.config["SESSION_COOKIE_SAMESITE"] = "Strict"


# ok: python.cookie-cross-site
LANGUAGE_COOKIE_SAMESITE = "Lax"
