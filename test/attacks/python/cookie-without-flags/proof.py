"""A script of the page reads the session, and it is sent in clear text."""
import http.cookies

import support

RULE = "python.session-cookie-without-flags"


def cookie(program):
    with support.serving(program.app) as ask:
        return http.cookies.SimpleCookie(ask("/login").headers["Set-Cookie"])["session"]


def good(program):
    return [cookie(program).value, cookie(program)["max-age"]]


def attack(program):
    seen = cookie(program)
    return [flag for flag in ("httponly", "secure", "samesite") if not seen[flag]] or None
