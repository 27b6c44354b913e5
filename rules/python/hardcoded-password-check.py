def login(username, password):
    # ruleid: python.hardcoded-password-check
    if username == "admin" and password == "hunter2":
        return True
    return False


def call(request):
    # ruleid: python.hardcoded-password-check
    if request.headers.get("X-Api-Key") != "k-93hfk20dk3":
        raise PermissionError
    # ruleid: python.hardcoded-password-check
    if "letmein99" == request.form["password"]:
        return True


def login_hash(user, password):
    # ok: python.hardcoded-password-check
    if password == "":
        raise ValueError("empty")
    # ok: python.hardcoded-password-check
    return user.check_password(password)


def kind(field):
    # ok: python.hardcoded-password-check
    return field.type == "password"


def confirm(password, again):
    # ok: python.hardcoded-password-check
    return password == again
