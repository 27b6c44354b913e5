def can_edit(user, document):
    # ruleid: python.condition-always-true
    if user.role == "admin" or "editor":
        return True
    return document.owner == user.id


def is_staff(role):
    # ruleid: python.condition-always-true
    return role == "admin" or role == "owner" or "editor"


def wait(state):
    # ruleid: python.condition-always-true
    while state == "starting" or "running":
        state = state.next()


def may(user):
    # ok: python.condition-always-true
    if user.role in ("admin", "editor"):
        return True
    # ok: python.condition-always-true
    if user.role == "admin" or user.role == "editor":
        return True
    # ok: python.condition-always-true
    name = user.nick == "" and user.name or "nobody"
    # ok: python.condition-always-true
    label = user.name or "nobody"
    return name == label
