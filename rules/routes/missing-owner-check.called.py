from flask import Blueprint, abort, request
from flask_login import current_user, login_required

bp = Blueprint("posts", __name__)


def load(post_id):
    post = db.session.get(Post, post_id)
    if post is None or post.author_id != current_user.id:
        abort(404)
    return post


def any_post(post_id):
    post = db.session.get(Post, post_id)
    if post is None:
        abort(404)
    return post


def note(post_id):
    logger.info("post %s is read by %s", post_id, current_user.id)


# ok: routes.missing-owner-check
@bp.get("/posts/<int:post_id>")
@login_required
def show(post_id):
    post = any_post(post_id)
    if not post.published and post.author_id != current_user.id:
        abort(404)
    return render(post)


# ok: routes.missing-owner-check
@bp.post("/posts/<int:post_id>/edit")
@login_required
def edit(post_id):
    return save(load(post_id), request.form["title"])


# ruleid: routes.missing-owner-check
@bp.post("/posts/<int:post_id>/delete")
@login_required
def delete(post_id):
    db.session.delete(any_post(post_id))
    return ""


# ruleid: routes.missing-owner-check
@bp.post("/posts/<int:post_id>/pin")
@login_required
def pin(post_id):
    note(post_id)
    return save(any_post(post_id), True)
