from flask import Flask, abort, session

from store import users

app = Flask(__name__)


# ok: python.admin-route-without-check
@app.get("/admin/users")
def listed():
    if not session.get("is_admin"):
        abort(403)
    return {"users": users.all()}


# ruleid: python.admin-route-without-check
@app.post("/admin/users/<int:uid>/delete")
def delete(uid):
    users.remove(uid)
    return {}


# ruleid: python.admin-route-without-check
@app.route("/admin/users/purge", methods=["POST"])
def purge():
    db.session.execute(users.delete())
    return {}


# ok: python.admin-route-without-check
@app.post("/admin/users/<int:uid>/lock")
def lock(uid):
    may_manage(session)
    users.lock(uid)
    return {}
