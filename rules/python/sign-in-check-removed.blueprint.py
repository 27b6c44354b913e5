bp = Blueprint("admin", __name__)


@bp.before_request
def ask():
    if not current_user.is_authenticated:
        abort(401)


@bp.get("/a")
# ok: python.sign-in-check-removed
def a():
    return render_template("a.html")


@bp.get("/b")
# ok: python.sign-in-check-removed
def b():
    return render_template("b.html")
