from werkzeug.security import check_password_hash


def login(username, password):
    user = User.query.filter_by(username=username).first()
    # ruleid: python.password-compared-in-clear
    if user and user.password == password:
        return user
    return None


def login_row(cursor, form):
    row = cursor.fetchone()
    # ruleid: python.password-compared-in-clear
    if row["password"] != form["password"]:
        return None
    return row


def login_text(stored_password, password):
    # ruleid: python.password-compared-in-clear
    return stored_password == password


def login_hash(username, password):
    user = User.query.filter_by(username=username).first()
    # ok: python.password-compared-in-clear
    return user is not None and check_password_hash(user.password, password)


def register(form):
    # ok: python.password-compared-in-clear
    return form.password == form.password_confirm


def login_digest(user, password_hash):
    # ok: python.password-compared-in-clear
    return user.password == password_hash
