# ruleid: python.insecure-cookie
response.set_cookie("session", token, httponly=True, secure=True)
# ruleid: python.insecure-cookie
response.set_cookie("session", token, httponly=True, secure=True, samesite="Lax")
# ruleid: python.insecure-cookie
SESSION_COOKIE_SECURE = True
# ruleid: python.insecure-cookie
app.config["SESSION_COOKIE_HTTPONLY"] = True
# ok: python.insecure-cookie
response.set_cookie("session", token, httponly=True, secure=True, samesite="Lax")
# ok: python.insecure-cookie
response.set_cookie("session", token, httponly=True, secure=not app.debug)
# ok: python.insecure-cookie
app.config["SESSION_COOKIE_SECURE"] = True


# ruleid: python.insecure-cookie
answer.add_cookie("token", token, httponly=True)
# ruleid: python.insecure-cookie
answer.add_cookie("token", token, httponly=True, secure=True)
# ok: python.insecure-cookie
answer.add_cookie("token", token, httponly=True, secure=True)
