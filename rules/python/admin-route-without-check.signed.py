from flask import Flask, abort, g, request

app = Flask(__name__)


# ok: python.admin-route-without-check
@app.post("/admin/cache/clear")
def clear():
    if g.current_user is None:
        abort(404)
    cache.clear()
    return "cleared"


# ok: python.admin-route-without-check
@app.get("/admin/stats")
def stats():
    return {"users": users.count()}


# ok: python.admin-route-without-check
@app.get("/admin/jobs")
def jobs():
    return {"jobs": queue.names()}


def names():
    return sorted(users)
