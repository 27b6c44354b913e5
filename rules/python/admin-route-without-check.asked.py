from flask import Flask, g, request

from store import db, users

app = Flask(__name__)


# ok: python.admin-route-without-check
@app.post("/admin/users/<int:uid>/office")
def set_office(uid):
    if g.user.role != "chief":
        return {}, 403
    users.find(uid).office = request.json["office"]
    return {}
