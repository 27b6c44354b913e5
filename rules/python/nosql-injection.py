from bson import ObjectId
from flask import request


@app.post("/login")
def login():
    data = request.get_json()
    # ruleid: python.nosql-injection
    user = db.users.find_one({"email": data["email"], "password": data["password"]})
    # ok: python.nosql-injection
    safe = db.users.find_one({"email": str(data["email"])})
    return [user, safe]


@app.delete("/sessions")
def sessions():
    token = request.json.get("token")
    # ruleid: python.nosql-injection
    db.sessions.delete_many({"token": token})
    # ok: python.nosql-injection
    db.sessions.delete_many({"owner": current_user.id})
    # ruleid: python.nosql-injection
    db.items.find({"name": request.json["name"]})
    # ok: python.nosql-injection
    position = request.json["text"].find("needle")
    # ok: python.nosql-injection
    db.items.update_one({"_id": ObjectId(request.json["id"])}, {"$set": {"seen": True}})
    if not isinstance(token, str):
        abort(400)
    # ok: python.nosql-injection
    db.sessions.delete_one({"token": token})
    return position


def handler(event, context):
    body = json.loads(event["body"])
    # ruleid: python.nosql-injection
    user = users.find_one({"name": body["name"]})
    # ok: python.nosql-injection
    return user or users.find_one({"name": str(body["name"])})


@app.get("/count")
def count():
    name = request.args["name"]
    # ruleid: python.nosql-injection
    products.count_documents({"$where": f"this.name == '{name}'"})
    # ok: python.nosql-injection
    return products.count_documents({"name": name})


def filtered():
    query = json.loads(request.args.get("filter", "{}"))
    # ruleid: python.nosql-injection
    return list(db["customers"].find(query))


def found_at(text):
    # ok: python.nosql-injection
    return text.find(request.get_json()["word"])


@app.get("/users")
def users_named(q: str, name: str | None = None, page: int = 0):
    # ruleid: python.nosql-injection
    found = db.users.find({"$where": "this.name == '" + q + "'"})
    # ok: python.nosql-injection
    first = db.users.find_one({"name": name})
    # ok: python.nosql-injection
    return [found, first, db.users.find({"$where": f"this.page == {page}"})]


@app.post("/by-mail")
def by_mail():
    body = request.get_json()
    if not isinstance(body.get("email"), str):
        return "", 400
    # ok: python.nosql-injection
    return jsonify(found=users.find_one({"email": body["email"]}) is not None)


@app.post("/reports")
async def reports():
    wanted = {"owner": request.get_json()["owner"], "open": True}
    # ruleid: python.nosql-injection
    return jsonify([one async for one in client.shop.reports.find(wanted)])


@app.post("/reports/own")
async def own_reports():
    wanted = {"owner": str(request.get_json()["owner"]), "open": True}
    # ok: python.nosql-injection
    return jsonify([one async for one in client.shop.reports.find(wanted)])


@api.post("/orders/search")
async def orders_by_body(request: Request):
    criteria = await request.json()
    # ruleid: python.nosql-injection
    return await orders.find(criteria).to_list(50)


@api.post("/orders/report")
async def orders_report(stages: list = Body(...)):
    # ruleid: python.nosql-injection
    return await orders.aggregate(stages).to_list(None)


@api.delete("/orders")
async def orders_gone(payload: dict = Body(...)):
    # ruleid: python.nosql-injection
    return (await orders.delete_many(payload["filter"])).deleted_count


@api.post("/orders/named")
async def orders_named(names: list[str] = Body(...)):
    # ok: python.nosql-injection
    return await orders.find({"name": {"$in": names}}).to_list(50)


@api.post("/orders/place")
async def place_in_text(request: Request):
    body = await request.json()
    # ok: python.nosql-injection
    return TEXT.find(body["word"])


@api.post("/orders/checked")
async def orders_checked(payload: dict = Body(...)):
    # ok: python.nosql-injection
    return await orders.find({"state": str(payload["state"])}).to_list(50)
