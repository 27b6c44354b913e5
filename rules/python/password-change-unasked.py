from flask import abort, request
from werkzeug.security import check_password_hash, generate_password_hash


def change_password(current_user):
    # ruleid: python.password-change-unasked
    current_user.password_hash = generate_password_hash(request.form["new_password"])
    return "changed"


def update_password(request):
    # ruleid: python.password-change-unasked
    request.user.set_password(request.POST["password"])
    request.user.save()


def change_my_password(user, body):
    # ruleid: python.password-change-unasked
    user.password_hash = generate_password_hash(body.new_password)


def change_user_password(current_user):
    if not check_password_hash(current_user.password_hash, request.form["old_password"]):
        abort(403)
    # ok: python.password-change-unasked
    current_user.password_hash = generate_password_hash(request.form["new_password"])


def register():
    # ok: python.password-change-unasked
    return generate_password_hash(request.form["password"])


def change_account_password(user, form):
    if not user.verify_password(form.old.data):
        abort(403)
    # ok: python.password-change-unasked
    user.set_password(request.form["new_password"])


@app.post("/password")
@login_required
def password():
    # ruleid: python.password-change-unasked
    current_user.password = generate_password_hash(request.form["new"])
    db.session.commit()
    return redirect("/account")


@app.post("/account/password")
@login_required
def password_change():
    if not check_password_hash(current_user.password, request.form["old"]):
        abort(403)
    # ok: python.password-change-unasked
    current_user.password = generate_password_hash(request.form["new"])
    return redirect("/account")


@app.post("/reset")
def reset():
    user = User.query.filter_by(email=request.form["email"]).first()
    # ruleid: python.password-change-unasked
    user.password = generate_password_hash(request.form["password"])
    db.session.commit()
    return "ok"


@app.post("/reset/by-mail")
def reset_by_mail():
    user = User.query.filter_by(email=email_of(request.form["token"])).first()
    # ok: python.password-change-unasked
    user.password = generate_password_hash(request.form["password"])
    return "ok"


@app.post("/office/reset")
@admin_required
def password_reset():
    user = User.query.filter_by(email=request.form["email"]).first()
    # ok: python.password-change-unasked
    user.password = generate_password_hash(request.form["password"])
    return "ok"


@app.post("/change/<mail_token>")
def change_password(mail_token):
    user = User.query.filter_by(link=mail_token).first_or_404()
    # ok: python.password-change-unasked
    user.password = generate_password_hash(request.form["new_password"])
    return "ok"


@login_required
def change_password(request):
    new = request.POST["new_password"]
    # ruleid: python.password-change-unasked
    request.user.set_password(new)
    request.user.save()


@login_required
def change_my_password(request):
    new = request.POST["new_password"]
    if not request.user.check_password(request.POST["old_password"]):
        raise PermissionDenied
    # ok: python.password-change-unasked
    request.user.set_password(new)
