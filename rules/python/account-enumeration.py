def login():
    user = users.find(request.json["email"])
    if user is None:
        # ruleid: python.account-enumeration
        return jsonify({"error": "User not found"}), 404
    if not check_password_hash(user.hash, request.json["password"]):
        return jsonify({"error": "Wrong password"}), 401
    return jsonify(token_for(user))


def sign_in(name: str, password: str):
    account = accounts.by_name(name)
    if not account:
        # ruleid: python.account-enumeration
        raise HTTPException(status_code=404, detail="No such user")
    if not verify_password(password, account.hash):
        raise HTTPException(status_code=401, detail="Wrong password")
    return token_for(account)


def login_view(request):
    member = Member.objects.filter(mail=request.POST["mail"]).first()
    if member is None:
        # ruleid: python.account-enumeration
        messages.error(request, "This email is not registered")
        return redirect("login")
    if member.check_password(request.POST["password"]):
        return welcome(request, member)
    messages.error(request, "Wrong password")
    return redirect("login")


def same_answer():
    user = users.find(request.json["email"])
    if user is None or not check_password_hash(user.hash, request.json["password"]):
        # ok: python.account-enumeration
        return jsonify({"error": "Email or password is wrong"}), 401
    return jsonify(token_for(user))


def show_user(user_id):
    user = users.get(user_id)
    if user is None:
        # ok: python.account-enumeration
        return jsonify({"error": "User not found"}), 404
    return jsonify(user.public())


def change_password(user, old, new):
    if not user.check_password(old):
        # ok: python.account-enumeration
        raise ValueError("The old password is wrong")
    user.set_password(new)


def log_in(mail, password):
    user = find(mail)
    if user is None:
        # ruleid: python.account-enumeration
        return {"error": "no such user"}, 404
    if not user.check_password(password):
        # ok: python.account-enumeration
        return {"error": "wrong password"}, 401
    return {"ok": True}, 200


@app.post("/forgot")
def forgot():
    user = find_user(request.form["email"])
    if user is None:
        # ruleid: python.account-enumeration
        return jsonify(error="No account with this e-mail"), 404
    send_reset(user)
    return jsonify(ok=True)


@router.post("/auth/password-reset")
def start(body: Address):
    user = users.by_mail(body.mail)
    if not user:
        # ruleid: python.account-enumeration
        raise HTTPException(status_code=404, detail="User not found")
    return {"sent": True}


@app.post("/forgotten")
def forgotten():
    user = find_user(request.form["email"])
    if user is not None:
        send_reset(user)
    # ok: python.account-enumeration
    return jsonify(message="If there is an account with this e-mail, a link is on its way.")


@app.post("/password/change")
def set_anew():
    if reset_of(request.form["token"]) is None:
        # ok: python.account-enumeration
        return jsonify(error="This link is not valid any more"), 400
    return jsonify(ok=True)


@app.post("/sign-in")
def sign_in_alike():
    user = find_user(request.json["email"])
    if user is None or not check_password_hash(user.hash, request.json["password"]):
        # ok: python.account-enumeration
        return jsonify({"error": "Invalid email or password"}), 401
    return jsonify(token_for(user))


@app.post("/token")
def token_alike():
    user = find_user(request.json["email"])
    if not user:
        # ok: python.account-enumeration
        return jsonify({"error": "No account matches this email and password"}), 401
    if not check_password_hash(user.hash, request.json["password"]):
        # ok: python.account-enumeration
        return jsonify({"error": "No account matches this email and password"}), 401
    return jsonify(token_for(user))


@app.post("/session")
def session_alike():
    user = find_user(request.json["email"])
    if user and check_password_hash(user.hash, request.json["password"]):
        return jsonify(token_for(user))
    else:
        # ok: python.account-enumeration
        return jsonify({"error": "Invalid username"}), 401


@app.post("/sessions")
def session_told():
    user = find_user(request.json["email"])
    if not user or user.deleted:
        # ruleid: python.account-enumeration
        return jsonify({"error": "Invalid email"}), 401
    elif not check_password_hash(user.hash, request.json["password"]):
        return jsonify({"error": "Invalid password"}), 401
    return jsonify(token_for(user))


@app.post("/sign-in-by-status")
def sign_in_by_status():
    user = User.query.filter_by(email=request.json["email"]).first()
    if user is None:
        # ruleid: python.account-enumeration
        abort(404)
    if not check_password_hash(user.password_hash, request.json["password"]):
        abort(401)
    return jsonify(token=issue(user))


@router.post("/token-by-status")
def token_by_status(form: Form, db=Depends(session)):
    user = db.query(User).filter(User.email == form.email).first()
    if not user:
        # ruleid: python.account-enumeration
        raise HTTPException(status_code=status.HTTP_404_NOT_FOUND)
    if not pwd_context.verify(form.password, user.hashed_password):
        raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED)
    return issue(user)


@app.post("/sign-in-alike")
def sign_in_alike():
    user = User.query.filter_by(email=request.json["email"]).first()
    if user is None:
        # ok: python.account-enumeration
        abort(401)
    if not check_password_hash(user.password_hash, request.json["password"]):
        abort(401)
    return jsonify(token=issue(user))


@app.post("/orders/<int:order_id>/pay")
def pay(order_id):
    order = Order.query.get(order_id)
    if order is None:
        # ok: python.account-enumeration
        abort(404)
    if not order.belongs_to(current_user):
        abort(403)
    return jsonify(paid=True)


@app.post("/forgot")
def forgot():
    user = User.query.filter_by(email=request.form["email"]).first()
    if user is None:
        # ruleid: python.account-enumeration
        return jsonify(error="This address is not registered"), 404
    return jsonify(ok=True)


@app.post("/lost-password")
def lost_password():
    email = request.form["email"]
    person = db.scalar(select(Person).where(Person.email == email))
    if person is None:
        # ruleid: python.account-enumeration
        return render_template_string("<p>Nobody is called {{ email }}</p>", email=email), 404
    send_link(person)
    return "ok"


@router.post("/password-reset")
async def request_reset(body: ResetRequest):
    user = await users.find_by_email(body.email)
    if not user:
        # ruleid: python.account-enumeration
        raise HTTPException(status_code=404)
    await send_link(user)


# By a token that was sent, nobody learns who has an account.
@app.post("/password-reset/<token>")
def password_reset(token):
    user = User.query.filter_by(reset_token=token).first()
    if user is None:
        # ok: python.account-enumeration
        abort(404)
    user.set_password(request.form["password"])
    return redirect("/login")


@app.get("/people/<email>")
def person_by_email(email):
    person = Person.query.filter_by(email=email).first()
    if person is None:
        # ok: python.account-enumeration
        abort(404)
    return render_template("person.html", person=person)


@app.post("/recover")
def recover():
    user = User.query.filter_by(email=request.form["email"]).first()
    if user is None:
        # ok: python.account-enumeration
        return "ok"
    send_link(user)
    return "ok"
