from flask import abort, request

TRUSTED = {"10.0.0.1", "10.0.0.2"}


def metrics():
    # ruleid: python.address-from-header
    if request.headers.get("X-Forwarded-For", request.remote_addr) != "10.0.0.1":
        abort(403)


def admin(request):
    # ruleid: python.address-from-header
    return request.META.get("HTTP_X_FORWARDED_FOR") in TRUSTED


def first(request):
    # ruleid: python.address-from-header
    if request.headers.get("X-Real-IP", "").split(",")[0].startswith("10."):
        return "inside"
    return "outside"


def by_name():
    address = request.headers.get("X-Real-IP")
    # ruleid: python.address-from-header
    if address not in TRUSTED:
        abort(403)


def connection():
    # ok: python.address-from-header
    if request.remote_addr != "10.0.0.1":
        abort(403)


def present():
    # ok: python.address-from-header
    if request.headers.get("X-Forwarded-For") != "":
        print("behind a proxy")


def format_of():
    # ok: python.address-from-header
    return request.headers.get("Accept") == "application/json"
