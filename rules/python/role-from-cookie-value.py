import base64
import json

import jwt
from flask import abort, request


def admin():
    data = json.loads(base64.b64decode(request.cookies["profile"]))
    # ruleid: python.role-from-cookie-value
    if data["role"] != "admin":
        abort(403)


def load(text):
    return json.loads(base64.b64decode(text))


def is_admin(request):
    data = load(request.COOKIES["session"])
    # ruleid: python.role-from-cookie-value
    return data["role"] == "admin"


def staff():
    profile = json.loads(request.cookies.get("profile", "{}"))
    # ruleid: python.role-from-cookie-value
    if not profile.get("is_staff"):
        abort(403)


def signed(key):
    data = jwt.decode(request.cookies["token"], key, algorithms=["HS256"])
    # ok: python.role-from-cookie-value
    if data["role"] != "admin":
        abort(403)


def looked_up(sessions):
    user = sessions.find_user(request.cookies["session"])
    # ok: python.role-from-cookie-value
    if user["role"] != "admin":
        abort(403)


def theme():
    data = json.loads(request.cookies.get("settings", "{}"))
    # ok: python.role-from-cookie-value
    if data["theme"] == "dark":
        return "black"
    return "white"


class ByCookie(tornado.web.RequestHandler):
    def get_current_user(self):
        # ruleid: python.role-from-cookie-value
        return self.get_cookie("user")


class BySignedCookie(tornado.web.RequestHandler):
    def get_current_user(self):
        # ok: python.role-from-cookie-value
        return self.get_signed_cookie("user")


class BySession(tornado.web.RequestHandler):
    def get_current_user(self):
        # ok: python.role-from-cookie-value
        return sessions.find(self.get_cookie("sid"))
