# ruleid: python.session-cookie-without-flags
response.set_cookie("session", token, httponly=True, secure=True, samesite="Lax")
# ruleid: python.session-cookie-without-flags
response.set_cookie("auth_token", token, max_age=3600, httponly=True, secure=True, samesite="Lax")
# ruleid: python.session-cookie-without-flags
response.set_cookie("jwt", token, secure=True, samesite="Strict", httponly=True)
# ok: python.session-cookie-without-flags
response.set_cookie("session", token, httponly=True, secure=True, samesite="Lax")
# ok: python.session-cookie-without-flags
response.set_cookie("theme", "dark")
# ok: python.session-cookie-without-flags
response.set_cookie("csrftoken", csrf, secure=True)
# ok: python.session-cookie-without-flags
response.set_cookie("session", token, **COOKIE)


def header(token):
    jar = http.cookies.SimpleCookie()
    # ruleid: python.session-cookie-without-flags
    jar["session"] = token
    return jar.output()


def guarded_header(token):
    jar = http.cookies.SimpleCookie()
    # ok: python.session-cookie-without-flags
    jar["session"] = token
    jar["session"]["httponly"] = True
    jar["session"]["secure"] = True
    return jar.output()


def half(response, token):
    # ruleid: python.session-cookie-without-flags
    response.set_cookie("session", token, httponly=True, secure=True, samesite="Lax")
    # ruleid: python.session-cookie-without-flags
    response.set_cookie("user", token, httponly=True, secure=True, samesite="Lax")
    # ok: python.session-cookie-without-flags
    response.set_cookie("session", token, secure=True, httponly=True)
    # ok: python.session-cookie-without-flags
    response.set_cookie("theme", "dark", httponly=True)


@app.post("/token")
def by_name(response):
    # ruleid: python.session-cookie-without-flags
    response.set_cookie(key="access_token", value=issue(), httponly=True, secure=True, samesite="Lax")
    # ok: python.session-cookie-without-flags
    response.set_cookie(key="access_token", value=issue(), httponly=True, secure=True, samesite="lax")
    # ok: python.session-cookie-without-flags
    response.set_cookie(key="theme", value="dark")
    # ok: python.session-cookie-without-flags
    response.set_cookie(key="csrftoken", value=csrf, secure=True)
