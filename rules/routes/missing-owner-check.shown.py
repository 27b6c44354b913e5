from flask import Blueprint, abort, redirect, render_template, request, session

bp = Blueprint("blog", __name__)


# ok: routes.missing-owner-check
@bp.route("/article/<int:article_id>")
def show(article_id):
    article = Article.query.get_or_404(article_id)
    return render_template("article.html", article=article)


# ok: routes.missing-owner-check
@bp.route("/article/<int:article_id>/edit", methods=["POST"])
@login_required
def edit(article_id):
    article = Article.query.get_or_404(article_id)
    if article.author_id != session["user_id"]:
        abort(403)
    article.body = request.form["body"]
    db.session.commit()
    return redirect("/")


# ruleid: routes.missing-owner-check
@bp.route("/article/<int:article_id>/delete", methods=["POST"])
@login_required
def delete(article_id):
    article = Article.query.get_or_404(article_id)
    db.session.delete(article)
    db.session.commit()
    return redirect("/")


# ok: routes.missing-owner-check
@bp.route("/article/<int:article_id>/publish", methods=["POST"])
@login_required
def publish(article_id):
    article = Article.query.get_or_404(article_id)
    if article.author_id != session["user_id"]:
        abort(403)
    article.published = True
    db.session.commit()
    return redirect("/")
