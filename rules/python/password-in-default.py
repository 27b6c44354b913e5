# ruleid: python.password-in-default
def connect(user, password="changeme123"):
    return open_connection(user, password)


# ruleid: python.password-in-default
def backup(host, *, db_password: str = "hunter2!"):
    return dump(host, db_password)


class Client:
    # ruleid: python.password-in-default
    def __init__(self, api_key="k-93hfk20dk3"):
        self.api_key = api_key


# ok: python.password-in-default
def sign_in(user, password=None):
    return user, password


# ok: python.password-in-default
def empty(user, password=""):
    return user, password


# ok: python.password-in-default
def labelled(field, password="password"):
    return field, password
