from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST
from flask import Flask, request, session
from flask_login import login_required as flask_login_required

app = Flask(__name__)


@app.route("/notes/<int:note_id>/delete")
@flask_login_required
# ruleid: python.state-change-by-get
def delete_note(note_id):
    note = Note.query.get_or_404(note_id)
    db.session.delete(note)
    db.session.commit()
    return redirect("/notes")


@app.get("/account/deactivate")
# ruleid: python.state-change-by-get
def deactivate_account():
    conn = get_db()
    conn.execute("UPDATE accounts SET active = 0 WHERE id = ?", (session["uid"],))
    conn.commit()
    return "done"


@app.route("/orders/<int:order_id>/cancel", methods=["GET", "POST"])
# ruleid: python.state-change-by-get
def cancel_order(order_id):
    order = Order.query.filter_by(id=order_id, owner_id=session["uid"]).first_or_404()
    order.state = "cancelled"
    db.session.commit()
    return redirect("/orders")


@login_required
# ruleid: python.state-change-by-get
def remove_address(request, pk):
    address = get_object_or_404(Address, pk=pk, user=request.user)
    address.delete()
    return redirect("addresses")


@app.route("/notes/<int:note_id>/remove", methods=["POST"])
@flask_login_required
# ok: python.state-change-by-get
def remove_note(note_id):
    note = Note.query.get_or_404(note_id)
    db.session.delete(note)
    db.session.commit()
    return redirect("/notes")


@app.route("/orders/<int:order_id>/revoke", methods=["GET", "POST"])
# ok: python.state-change-by-get
def revoke_order(order_id):
    order = Order.query.filter_by(id=order_id, owner_id=session["uid"]).first_or_404()
    if request.method == "POST":
        order.state = "revoked"
        db.session.commit()
        return redirect("/orders")
    return "Really?"


@require_POST
@login_required
# ok: python.state-change-by-get
def delete_address(request, pk):
    address = get_object_or_404(Address, pk=pk, user=request.user)
    address.delete()
    return redirect("addresses")


@login_required
# ok: python.state-change-by-get
def delete_photo(request, pk):
    photo = get_object_or_404(Photo, pk=pk, user=request.user)
    if request.method == "POST":
        photo.delete()
        return redirect("photos")
    return render(request, "photos/delete.html", {"photo": photo})


@app.get("/notes/deleted")
# ok: python.state-change-by-get
def deleted_notes():
    return [note.title for note in Note.query.filter_by(hidden=True)]


@app.route("/mails/cancel/<token>")
# ok: python.state-change-by-get
def cancel_mails(token):
    reader = Reader.query.filter_by(token=token).first_or_404()
    db.session.delete(reader)
    db.session.commit()
    return "You get no more mails."


@app.route("/drafts/<int:draft_id>/delete")
# ok: python.state-change-by-get
def delete_draft(draft_id):
    db.execute("DELETE FROM drafts WHERE id = ?", (draft_id,))
    return "done"


@login_required
def photo_album(request, pk):
    album = get_object_or_404(Album, pk=pk, user=request.user)
    if request.method == "POST":
        return clear_album(request, album)
    return render(request, "album.html", {"album": album})


@login_required
# ok: python.state-change-by-get
def clear_album(request, album):
    album.photos.delete()
    return redirect("albums")


@login_required
# ok: python.state-change-by-get
def delete_album(request, pk):
    album = get_object_or_404(Album, pk=pk, user=request.user)
    album.delete()
    return redirect("albums")


urlpatterns = [path("albums/<int:pk>/delete/", require_POST(delete_album))]


@app.route("/letters/cancel/<invite_code>")
@flask_login_required
# ok: python.state-change-by-get
def cancel_letter(invite_code):
    db.session.delete(Letter.query.get(invite_code))
    db.session.commit()
    return "done"


@app.route("/boxes/<int:box_id>/remove", methods=["GET", "POST"])
@flask_login_required
# ok: python.state-change-by-get
def remove_box(box_id):
    form = SureForm()
    if form.is_submitted() and form.validate():
        db.session.delete(Box.query.get(box_id))
        db.session.commit()
    return redirect("/boxes")


@login_required
# ruleid: python.state-change-by-get
def cancel_plan(request):
    Plan.objects.filter(user=request.user).update(active=False)
    return redirect("account")


@login_required
@require_POST
# ok: python.state-change-by-get
def cancel_trial(request):
    Plan.objects.filter(user=request.user).update(trial=False)
    return redirect("account")
