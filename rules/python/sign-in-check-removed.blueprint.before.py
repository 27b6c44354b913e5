bp = Blueprint("admin", __name__)


@bp.get("/a")
@login_required
def a():
    return render_template("a.html")


@bp.get("/b")
@login_required
def b():
    return render_template("b.html")
