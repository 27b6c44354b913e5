import uuid


def create_session(user):
    # ruleid: python.guessable-uuid
    session_id = str(uuid.uuid1())
    return session_id, user


def invite(user):
    # ruleid: python.guessable-uuid
    return f"https://app.example.com/invite/{user.id}/{uuid.uuid1()}"


def reset_token():
    # ruleid: python.guessable-uuid
    return uuid.uuid1().hex


def new_record(name):
    # ruleid: python.guessable-uuid
    return Record(name=name, api_key=uuid.uuid1().hex)


def random_session(user):
    # ok: python.guessable-uuid
    session_id = str(uuid.uuid4())
    return session_id, user


def trace(event):
    # ok: python.guessable-uuid
    return {"event": event, "trace_id": str(uuid.uuid1())}


def row_key():
    # ok: python.guessable-uuid
    return uuid.uuid1()
