@bp.post("/login")
def login():
    user = User.query.filter_by(email=request.form["email"]).first()
    if user is None or not check_password_hash(user.password_hash, request.form["password"]):
        abort(401)
    login_user(user)
    return ""


def sign_in(email, password):
    account = accounts.find(email)
    is_right = pwd_context.verify(password, account.hash)
    if not is_right:
        raise Unauthorized()
    return open_session(account)


class Backend(BaseBackend):
    def authenticate(self, request, username=None, password=None):
        user = User.objects.get(username=username)
        if user.check_password(password) and user.is_active:
            return user
        return None


@bp.post("/sessions")
def session():
    member = Member.query.filter_by(name=request.form["name"]).first()
    if member is None or not check_password_hash(member.hash, request.form["password"]):
        abort(401)
    login_user(member)
    return ""


def confirm(member, password):
    if not bcrypt.checkpw(password, member.hash):
        raise Unauthorized()
    member.save()


def close(member, password):
    if not bcrypt.checkpw(password, member.hash):
        raise Unauthorized()
    member.delete()


def rename(member, password, name):
    if not check_password_hash(member.hash, password):
        raise Unauthorized()
    member.name = name
    member.save()
