def apply_changes(account, changes: dict):
    for key in changes:
        # ruleid: python.record-fields-from-parameter
        setattr(account, key, changes[key])
    return account


def update_user(user, data):
    for name, value in data.items():
        # ruleid: python.record-fields-from-parameter
        setattr(user, name, value)


def merge(record, payload):
    # ruleid: python.record-fields-from-parameter
    record.__dict__.update(payload)


def apply_known(account, changes: dict):
    for key in changes:
        if key in ("nick", "bio"):
            # ok: python.record-fields-from-parameter
            setattr(account, key, changes[key])


def update_declared(user, data: ProfileUpdate):
    for name, value in data.items():
        # ok: python.record-fields-from-parameter
        setattr(user, name, value)


def configure(logger, attributes):
    for name, value in attributes.items():
        # ok: python.record-fields-from-parameter
        setattr(logger, name, value)
