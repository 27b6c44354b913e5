from flask import Flask

from store import users

app = Flask(__name__)


# ruleid: python.admin-route-without-check
@app.post("/admin/users/<int:uid>/delete")
def delete(uid):
    users.remove(uid)
    return {}


# ruleid: python.admin-route-without-check
@app.route("/admin")
def overview():
    return {"users": users.all()}


# ruleid: python.admin-route-without-check
@app.route("/api/admin/reset", methods=["POST"])
def reset():
    users.clear()
    return {}


# ok: python.admin-route-without-check
@app.get("/administrators")
def contacts():
    return {"mail": "team@example.org"}


# ok: python.admin-route-without-check
@app.get("/admin/login")
def sign_in():
    return {"form": "sign in"}


# ok: python.admin-route-without-check
@app.get("/users")
def listed():
    return {"users": users.names()}
