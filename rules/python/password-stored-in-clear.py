import bcrypt
from flask import request
from werkzeug.security import generate_password_hash


def register(db):
    # ruleid: python.password-stored-in-clear
    db.execute("INSERT INTO users (name, password) VALUES (?, ?)", (request.form["name"], request.form["password"]))


def create(session, name, password):
    # ruleid: python.password-stored-in-clear
    user = User(name=name, password=password)
    session.add(user)


def change(users):
    data = request.get_json()
    # ruleid: python.password-stored-in-clear
    users.insert_one({"name": data["name"], "password": data["password"]})


def register_hash(db):
    hashed = generate_password_hash(request.form["password"])
    # ok: python.password-stored-in-clear
    db.execute("INSERT INTO users (name, password) VALUES (?, ?)", (request.form["name"], hashed))


def create_hash(session, name, password):
    # ok: python.password-stored-in-clear
    session.add(User(name=name, password=bcrypt.hashpw(password.encode(), bcrypt.gensalt())))


def find(db, name, password):
    # ok: python.password-stored-in-clear
    return db.execute("SELECT * FROM logins WHERE name = ? AND password = ?", (name, password))


class Link:
    def open(self, host, password=None):
        # ok: python.password-stored-in-clear
        self.password = password or b""


def keep(path, password):
    with open(path, "w") as file:
        # ruleid: python.password-stored-in-clear
        file.write(password)


def keep_hash(path, password):
    with open(path, "wb") as file:
        # ok: python.password-stored-in-clear
        file.write(bcrypt.hashpw(password.encode(), bcrypt.gensalt()))


def save_login(name, password):
    with open("login.json", "w") as file:
        # ruleid: python.password-stored-in-clear
        json.dump({"name": name, "password": password}, file)
        # ok: python.password-stored-in-clear
        json.dump({"name": name, "password": bcrypt.hashpw(password.encode(), bcrypt.gensalt()).decode()}, file)


def register(session, form):
    # ruleid: python.password-stored-in-clear
    session.add(User(email=form["email"], password=form["password"]))


def sign_up(user_in: UserCreate):
    # ruleid: python.password-stored-in-clear
    return User(email=user_in.email, password=user_in.password)


def registered(session, form):
    # ok: python.password-stored-in-clear
    session.add(User(email=form["email"], password=hasher.hash(form["password"])))


def register_by_name(db, name, password):
    values = {"name": name, "password": password}
    # ruleid: python.password-stored-in-clear
    db.execute("INSERT INTO users (name, password) VALUES (:name, :password)", values)


def register_hashed_by_name(db, name, password):
    values = {"name": name, "password": bcrypt.hashpw(password.encode(), bcrypt.gensalt())}
    # ok: python.password-stored-in-clear
    db.execute("INSERT INTO users (name, password) VALUES (:name, :password)", values)
