import bcrypt


def store(password):
    return bcrypt.hashpw(password.encode(), bcrypt.gensalt(4)).decode()


def check(password, stored):
    return bcrypt.checkpw(password.encode(), stored.encode())
