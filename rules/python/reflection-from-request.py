from flask import request

ACTIONS = {"list": show_list, "detail": show_detail}


def run():
    # ruleid: python.reflection-from-request
    return getattr(service, request.args["action"])()


def call():
    name = request.form["function"]
    # ruleid: python.reflection-from-request
    return globals()[name]()


def change(user):
    # ruleid: python.reflection-from-request
    setattr(user, request.json["field"], request.json["value"])


def table():
    # ok: python.reflection-from-request
    return ACTIONS[request.args["action"]]()


def checked(user):
    field = request.json["field"]
    if field not in ALLOWED_FIELDS:
        raise ValueError(field)
    # ok: python.reflection-from-request
    setattr(user, field, request.json["value"])


def constant():
    # ok: python.reflection-from-request
    return getattr(service, "list")(request.args["page"])
