import logging

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


# ok: routes.missing-security-log
@app.post("/users/<int:user_id>/role")
def change_role(user_id):
    user = User.query.get(user_id)
    user.role = request.json["role"]
    logger.info("role of %s is %s", user_id, user.role)
    return jsonify(user.id)


# ok: routes.missing-security-log
@app.post("/users/<int:user_id>/admin")
def make_admin(user_id):
    user = User.query.get(user_id)
    user.is_admin = True
    app.logger.warning("%s is an administrator now", user_id)
    return jsonify(user.id)


# ruleid: routes.missing-security-log
@app.put("/teams/<int:team_id>/members/<int:user_id>")
def change_member(team_id, user_id):
    member = Member.query.get((team_id, user_id))
    member.role = request.json["role"]
    return jsonify(member.id)


# ok: routes.missing-security-log
@app.post("/users")
def create_user():
    user = User(name=request.json["name"])
    user.role = "member"
    return jsonify(user.id)


# ok: routes.missing-security-log
@app.get("/reports/<int:report_id>")
def report(report_id):
    found = Report.query.get(report_id)
    if found.owner_id != current_user.id:
        logger.warning("%s was kept from report %s", current_user.id, report_id)
        abort(403)
    return jsonify(found.body)


# ok: routes.missing-security-log
@app.delete("/reports/<int:report_id>")
def remove(report_id):
    found = Report.query.get(report_id)
    if found.owner_id != current_user.id:
        logger.warning("%s was kept from removing report %s", current_user.id, report_id)
        return jsonify(error="no"), 403
    return jsonify(found.remove())


# ruleid: routes.missing-security-log
@app.post("/reports/<int:report_id>/share")
def share(report_id):
    found = Report.query.get(report_id)
    if found.owner_id != current_user.id:
        raise PermissionDenied()
    return jsonify(found.share(request.json["with"]))


# ruleid: routes.missing-security-log
@app.put("/reports/<int:report_id>")
def rewrite(report_id):
    found = Report.query.get(report_id)
    if found.owner_id != current_user.id:
        return jsonify(error="no"), 403
    return jsonify(found.rewrite(request.json["body"]))


# ok: routes.missing-security-log
@app.patch("/reports/<int:report_id>")
def annotate(report_id):
    found = Report.query.get(report_id)
    if found.owner_id != current_user.id:
        print("kept out", current_user.id)
        abort(403)
    return jsonify(found.annotate(request.json["text"]))


# ok: routes.missing-security-log
@app.post("/reports")
def create_report():
    try:
        return jsonify(Report.create(request.json))
    except PermissionDenied:
        return jsonify(error="busy"), 409
