from flask import Flask, g, request

from store import db, users

app = Flask(__name__)


# ruleid: python.admin-route-without-check
@app.post("/admin/users/<int:uid>/role")
def set_role(uid):
    user = users.find(uid)
    user.role = request.json["role"]
    db.session.commit()
    return {}
