from flask import Flask, jsonify, request
from flask_login import current_user, login_required

app = Flask(__name__)


@app.post("/orders")
@login_required
def add_order():
    db.session.add(Order(user_id=current_user.id, text=request.json["text"]))
    db.session.commit()
    return jsonify({}), 201


@app.put("/orders/<int:order_id>")
@login_required
def change_order(order_id):
    db.session.get(Order, order_id).text = request.json["text"]
    db.session.commit()
    return jsonify({})


# The server's own address says nothing of the caller.
# ruleid: routes.missing-authorization
@app.delete("/orders/<int:order_id>")
def remove_order(order_id):
    log_removal(get_own_ip())
    db.session.delete(db.session.get(Order, order_id))
    db.session.commit()
    return "", 204


# ok: routes.missing-authorization
@app.delete("/notes/<int:note_id>")
def remove_note(note_id):
    db.session.delete(get_own_note(note_id))
    db.session.commit()
    return "", 204
