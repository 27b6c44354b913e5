import sqlite3

import MySQLdb
import psycopg
from flask import Flask, request

app = Flask(__name__)


@app.route("/user/<name>")
def user(name):
    db = sqlite3.connect("shop.db")
    # ruleid: python.sql-injection
    row = db.execute("SELECT * FROM users WHERE name = '" + name + "'").fetchone()
    # ok: python.sql-injection
    safe = db.execute("SELECT * FROM users WHERE name = ?", (name,)).fetchone()
    return {"row": row, "safe": safe}


@app.route("/orders")
def orders():
    status = request.args.get("status")
    with psycopg.connect("dbname=shop") as connection:
        cursor = connection.cursor()
        # ruleid: python.sql-injection
        cursor.execute(f"SELECT * FROM orders WHERE status = '{status}'")
        # ok: python.sql-injection
        cursor.execute("SELECT * FROM orders WHERE status = %s", (status,))
        # ok: python.sql-injection
        cursor.execute(f"SELECT * FROM orders LIMIT {int(request.args['limit'])}")
        return cursor.fetchall()


@app.post("/search")
def search():
    cursor = MySQLdb.connect(db="shop").cursor()
    query = "SELECT * FROM products WHERE name LIKE '%%%s%%'" % request.form["q"]
    # ruleid: python.sql-injection
    cursor.execute(query)
    sql = "SELECT * FROM products"
    if "category" in request.form:
        sql += " WHERE category = '{}'".format(request.form["category"])
    # ruleid: python.sql-injection
    cursor.execute(sql)
    return cursor.fetchall()


def detail(request, pk):
    # ruleid: python.sql-injection
    rows = connection.cursor().execute("SELECT * FROM p WHERE id = " + request.GET["id"])
    # ok: python.sql-injection
    cache.fetch(request.GET["id"])
    return rows


@app.route("/sorted")
def sorted_list():
    column = request.args.get("sort", "name")
    if column not in ALLOWED_COLUMNS:
        return "", 400
    # ok: python.sql-injection
    return db.execute(f"SELECT * FROM users ORDER BY {column}").fetchall()


@app.get("/items/{item_id}")
async def item(item_id: int, pool=Depends(get_pool)):
    # ok: python.sql-injection
    return await pool.fetchrow(f"SELECT * FROM items WHERE id = {item_id}")


@app.get("/named/{name}")
async def named(name: str, pool=Depends(get_pool)):
    # ruleid: python.sql-injection
    return await pool.fetchrow(f"SELECT * FROM items WHERE name = '{name}'")


def by_tag():
    # ruleid: python.sql-injection
    return db.execute_sql("SELECT id FROM product WHERE tag = '" + request.args["tag"] + "'")


def bound(connection):
    found = text("SELECT * FROM books WHERE title = :title").bindparams(title=request.args["title"])
    # ok: python.sql-injection
    return connection.execute(found)


def stored(connection):
    body = request.get_json()
    # ok: python.sql-injection
    connection.execute(sqlalchemy.update(Member).values(nick=body["nick"]))
    # ruleid: python.sql-injection
    connection.execute("UPDATE member SET " + ", ".join(body.values()))


def paged(cursor):
    page = request.args.get("page", 1, type=int)
    # ok: python.sql-injection
    cursor.execute(f"SELECT id FROM item LIMIT 20 OFFSET {page}")
    size = max(1, request.args.get("size", type=int))
    # ok: python.sql-injection
    cursor.execute(f"SELECT id FROM item LIMIT {size}")
    price = request.args.get("price", default=1.0, type=float)
    # ok: python.sql-injection
    cursor.execute(f"SELECT id FROM item WHERE price < {price}")
    for number in request.args.getlist("number", type=int):
        # ok: python.sql-injection
        cursor.execute(f"SELECT id FROM item WHERE number = {number}")


def paged_as_text(cursor):
    page = request.args.get("page", "1", type=str)
    # ruleid: python.sql-injection
    cursor.execute(f"SELECT id FROM item LIMIT 20 OFFSET {page}")
    other = request.args.get("page", request.args.get("p"), type=int)
    # ruleid: python.sql-injection
    cursor.execute(f"SELECT id FROM item LIMIT 20 OFFSET {other}")


def friends(driver):
    name = request.args["name"]
    with driver.session() as session:
        # ruleid: python.sql-injection
        session.run("MATCH (p:Person {name: '" + name + "'}) RETURN p")
        # ok: python.sql-injection
        session.run("MATCH (p:Person {name: $name}) RETURN p", name=name)


class Store(Generic[Row]):
    def sorted_by(self, *, order):
        # ruleid: python.sql-injection
        return self.session.execute(text(f"SELECT id FROM {self.table} ORDER BY {order}"))

    def of_status(self, status):
        # ok: python.sql-injection
        return self.session.execute(text(f"SELECT id FROM {self.table} WHERE status = :status"), {"status": status})


class Orders(Store[Order]):
    table = "orders"


@app.get("/sorted")
def sorted_orders():
    return Orders(session).sorted_by(order=request.args["order"]), Orders(session).of_status(request.args["status"])


class Shelf(Generic[Row]):
    def named(self, name):
        # ruleid: python.sql-injection
        return self.session.execute(text(f"SELECT id FROM shelf WHERE name = '{name}'"))


@app.get("/shelf")
def shelf():
    return Shelf[Order](session).named(request.args["name"])


def remembered(documents_db, db):
    search_query = {"title": request.args["title"]}
    # ok: python.sql-injection
    db.insert(search_query)
    # ok: python.sql-injection
    documents_db.all(search_query)
    query = request.get_json()
    # ok: python.sql-injection
    documents_db.get(query)
    # ok: python.sql-injection
    documents_db.select(query)


def wrapped(db):
    name = request.args["name"]
    # ruleid: python.sql-injection
    db.get(f"SELECT id FROM users WHERE name = '{name}'")
    query = f"SELECT id FROM users WHERE name = '{name}'"
    # ruleid: python.sql-injection
    db.fetchone(query)
    sql = "SELECT id FROM users WHERE name = '" + name + "'"
    # ruleid: python.sql-injection
    db.run(sql)
