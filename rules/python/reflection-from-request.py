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


EDITABLE = {"name", "bio"}


def update(user):
    changes = {key: value for key, value in request.get_json().items() if key in EDITABLE}
    for key, value in changes.items():
        # ok: python.reflection-from-request
        setattr(user, key, value)
    # ruleid: python.reflection-from-request
    setattr(user, changes["name"], True)


class ProfileSchema(marshmallow.Schema):
    bio = marshmallow.fields.Str()


def update(request, user):
    for key, value in ProfileSchema().load(request.get_json()).items():
        # ok: python.reflection-from-request
        setattr(user, key, value)


def update_from_model(request, body: ProfileModel, user):
    for key, value in body.model_dump(exclude_unset=True).items():
        # ok: python.reflection-from-request
        setattr(user, key, value)
    for key, value in request.get_json().items():
        # ruleid: python.reflection-from-request
        setattr(user, key, value)


def setting():
    # ruleid: python.reflection-from-request
    return str(getattr(settings, request.args["name"]))


def known_setting():
    name = request.args["name"]
    if name not in ("theme", "language"):
        return "unknown"
    # ok: python.reflection-from-request
    return str(getattr(settings, name))


def column():
    # ok: python.reflection-from-request
    return getattr(Column, request.args["name"])


def save_settings():
    for key, value in request.form.items():
        # ruleid: python.reflection-from-request
        globals()[key] = value


def save_config():
    for key, value in request.get_json().items():
        # ruleid: python.reflection-from-request
        current_app.config[key] = value


def save_known():
    for key, value in request.form.items():
        if key in ("THEME", "LANGUAGE"):
            # ok: python.reflection-from-request
            current_app.config[key] = value


def save_one():
    # ok: python.reflection-from-request
    current_app.config["THEME"] = request.form["theme"]
