import secrets

from flask import make_response, request, session


def login():
    # ruleid: python.session-id-from-request
    session.sid = request.args.get("sid")
    return "ok"


def resume():
    given = request.args["session"]
    response = make_response("ok")
    # ruleid: python.session-id-from-request
    response.set_cookie("session_id", given, httponly=True, secure=True)
    return response


def keep(request):
    # ruleid: python.session-id-from-request
    request.session["session_id"] = request.GET["session_id"]


def fresh():
    response = make_response("ok")
    # ok: python.session-id-from-request
    response.set_cookie("session_id", secrets.token_urlsafe(32), httponly=True, secure=True)
    return response


def language():
    response = make_response("ok")
    # ok: python.session-id-from-request
    response.set_cookie("language", request.args["language"])
    return response


def renewed(sessions):
    response = make_response("ok")
    # ok: python.session-id-from-request
    response.set_cookie("session_id", sessions.create_for(request.form["user"]))
    return response


def sign_in_device(response):
    device = request.args.get("device", "")
    # ok: python.session-id-from-request
    response.set_cookie("session", open_session(device))
    # ok: python.session-id-from-request
    response.set_cookie("session", sessions.device_token(device))
    # ruleid: python.session-id-from-request
    response.set_cookie("session", device.strip())
    return response


async def aiohttp_login(request):
    form = await request.post()
    token = await request.app["users"].sign_in(form["name"], form["password"])
    answer = web.json_response({"ok": True})
    # ok: python.session-id-from-request
    answer.set_cookie("session", token, secure=True, httponly=True)
    return answer
