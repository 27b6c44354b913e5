import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect(":memory:", check_same_thread=False)
db.executescript("CREATE TABLE users (name TEXT, mail TEXT); INSERT INTO users VALUES ('ann', 'a@x'), ('bob', 'b@x')")


@app.route("/user")
def user():
    rows = db.execute("SELECT mail FROM users WHERE name = ?", (request.args["name"],)).fetchall()
    return {"rows": rows}
