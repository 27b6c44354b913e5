"""A form on another site pays in the user's name (real Flask-WTF)."""
import urllib.parse

import support

RULE = "python.csrf-off"


def good(program):
    with support.serving(program.app) as ask:
        page = ask("/")
        data = urllib.parse.urlencode({"amount": "12", "csrf_token": page.text}).encode()
        return ask("/pay", data, {"Cookie": page.headers["Set-Cookie"].split(";")[0]}).text


def attack(program):
    with support.serving(program.app) as ask:
        answer = ask("/pay", b"amount=12")
    return answer.text if answer.status == 200 else None
