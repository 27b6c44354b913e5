import uuid


def start(user):
    session_id = str(uuid.uuid1())
    return {"user": user, "id": session_id}
