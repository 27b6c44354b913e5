from flask import Flask, jsonify, request
from flask_login import login_required

app = Flask(__name__)


# The id of a path says nothing of whose the object is.
# ok: routes.missing-owner-check
@app.get("/users/<int:user_id>")
@login_required
def user(user_id):
    return jsonify(name=db.session.get(User, user_id).name)


# ok: routes.missing-owner-check
@app.put("/notes/<int:note_id>")
@login_required
def update(note_id):
    note = Note.query.get_or_404(note_id)
    note.title = request.json["title"]
    db.session.commit()
    return "", 204
