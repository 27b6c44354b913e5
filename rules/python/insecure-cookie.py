# ruleid: python.insecure-cookie
response.set_cookie("session", token, httponly=False, secure=True)
# ruleid: python.insecure-cookie
response.set_cookie("session", token, httponly=True, secure=False, samesite="Lax")
# ruleid: python.insecure-cookie
SESSION_COOKIE_SECURE = False
# ruleid: python.insecure-cookie
app.config["SESSION_COOKIE_HTTPONLY"] = False
# ok: python.insecure-cookie
response.set_cookie("session", token, httponly=True, secure=True, samesite="Lax")
# ok: python.insecure-cookie
response.set_cookie("session", token, httponly=True, secure=not app.debug)
# ok: python.insecure-cookie
app.config["SESSION_COOKIE_SECURE"] = True


# ruleid: python.insecure-cookie
answer.add_cookie("token", token, httponly=False)
# ruleid: python.insecure-cookie
answer.add_cookie("token", token, httponly=True, secure=False)
# ok: python.insecure-cookie
answer.add_cookie("token", token, httponly=True, secure=True)
