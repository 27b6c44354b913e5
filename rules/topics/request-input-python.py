@app.route("/users")
def users():
    # ruleid: topics.request-input-python
    name = request.args.get("name")
    # ruleid: topics.request-input-python
    data = request.get_json()
    # ok: topics.request-input-python
    method = request.method
    return [name, data, method]


@api.post("/items")
# ruleid: topics.request-input-python
def create(item: Item, request: Request):
    return item
