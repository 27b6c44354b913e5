from bson import ObjectId


def sign_in(users, body):
    # ruleid: python.nosql-filter-from-parameter
    return users.find_one({"name": body["name"], "password": body["password"]})


def remove(db, payload):
    condition = {"owner": payload.get("owner")}
    # ruleid: python.nosql-filter-from-parameter
    db.files.delete_many(condition)


class Accounts:
    def rename(self, request_data):
        # ruleid: python.nosql-filter-from-parameter
        self.collection.update_one({"name": request_data["old"]}, {"$set": {"name": "x"}})

    def add(self, request_data):
        # ok: python.nosql-filter-from-parameter
        self.collection.insert_one({"name": request_data["name"]})


def safe_sign_in(users, body):
    # ok: python.nosql-filter-from-parameter
    return users.find_one({"name": str(body["name"])})


def by_id(db, payload):
    # ok: python.nosql-filter-from-parameter
    return db.files.find_one({"_id": ObjectId(payload["id"])})


def checked(users, body):
    if not isinstance(body["name"], str):
        raise TypeError("name")
    # ok: python.nosql-filter-from-parameter
    return users.find_one({"name": body["name"]})


async def typed(body: Login):
    # ok: python.nosql-filter-from-parameter
    return await users.find_one({"name": body.name})


async def untyped(body: dict):
    # ruleid: python.nosql-filter-from-parameter
    return await users.find_one({"name": body["name"]})
