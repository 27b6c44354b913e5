@app.post("/login")
def login():
    # ruleid: topics.security-event-python
    if not check_password_hash(user.password, request.form["password"]):
        # ruleid: topics.security-event-python
        return {"error": "wrong name or password"}, 401
    # ruleid: topics.security-event-python
    return {"token": jwt.encode({"id": user.id}, key)}


@api.get("/admin")
def admin():
    # ruleid: topics.security-event-python
    raise HTTPException(status_code=403)


@app.get("/missing")
def missing():
    # ok: topics.security-event-python
    return {"error": "no such page"}, 404
