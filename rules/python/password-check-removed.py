@bp.post("/login")
def login():
    user = User.query.filter_by(email=request.form["email"]).first()
    # ruleid: python.password-check-removed
    if user is None:
        abort(401)
    login_user(user)
    return ""


def sign_in(email, password):
    account = accounts.find(email)
    # ruleid: python.password-check-removed
    is_right = True
    if not is_right:
        raise Unauthorized()
    return open_session(account)


class Backend(BaseBackend):
    def authenticate(self, request, username=None, password=None):
        user = User.objects.get(username=username)
        # ruleid: python.password-check-removed
        if user.is_active:
            return user
        return None


@bp.post("/sessions")
def session():
    member = Member.query.filter_by(name=request.form["name"]).first()
    # ok: python.password-check-removed
    if member is None or not ph.verify(member.hash, request.form["password"]):
        abort(401)
    login_user(member)
    return ""


def confirm(member, password):
    # ok: python.password-check-removed
    ask_again(member, password)
    member.save()


def ask_again(member, password):
    if not bcrypt.checkpw(password, member.hash):
        raise Unauthorized()


def rename(member, password, name):
    # ok: python.password-check-removed
    if not check_password_hash(member.hash, password):
        raise Unauthorized()
    member.name = name.strip()
    member.save()
