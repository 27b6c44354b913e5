import re
import sqlite3

from sqlalchemy import select, text


def find_user(connection, name):
    # ruleid: python.sql-built-from-parameter
    return connection.execute("SELECT * FROM users WHERE name = '" + name + "'").fetchone()


class Orders:
    def by_status(self, status):
        query = f"SELECT * FROM orders WHERE status = '{status}'"
        # ruleid: python.sql-built-from-parameter
        self.cursor.execute(query)
        # ok: python.sql-built-from-parameter
        self.cursor.execute("SELECT * FROM orders WHERE status = ?", (status,))
        return self.cursor.fetchall()

    async def rename(self, user_id: str, name: str):
        # ruleid: python.sql-built-from-parameter
        await self.db.execute("UPDATE users SET name = '{}' WHERE id = {}".format(name, user_id))

    def page(self, number):
        # ok: python.sql-built-from-parameter
        return self.cursor.execute(f"SELECT * FROM orders LIMIT 20 OFFSET {int(number) * 20}")

    def count(self, limit: int):
        # ok: python.sql-built-from-parameter
        return self.cursor.execute(f"SELECT count(*) FROM orders LIMIT {limit}")


def run(cursor, sql, values):
    # ok: python.sql-built-from-parameter
    cursor.execute(sql, values)


TABLE = "users"


def everything(cursor):
    # ok: python.sql-built-from-parameter
    cursor.execute(f"SELECT * FROM {TABLE}")


def by_mail(connection, mail):
    q = "SELECT id FROM users WHERE mail = '%s'" % mail
    # ruleid: python.sql-built-from-parameter
    return connection.execute(q)


def by_number(connection, number):
    q = "SELECT id FROM users WHERE number = ?"
    # ok: python.sql-built-from-parameter
    return connection.execute(q, (number,))


def quoted_name(name):
    return '"' + name + '"'


def every_order(db):
    # ok: python.sql-built-from-parameter
    return db.execute("SELECT id FROM " + quoted_name("orders"))


def every_order_of(db, given):
    # ruleid: python.sql-built-from-parameter
    return db.execute("SELECT id FROM " + quoted_name(given))


def insert(cursor, record):
    values = ", ".join("'%s'" % value for value in record.values())
    # ruleid: python.sql-built-from-parameter
    cursor.execute(f"INSERT INTO people VALUES ({values})")
    marks = ", ".join("%s" for value in record)
    # ok: python.sql-built-from-parameter
    cursor.execute(f"INSERT INTO people VALUES ({marks})", list(record.values()))


NAME = re.compile(r"[a-z_]+")


def copy_table(connection, source: str, target: str):
    for name in (source, target):
        if not NAME.fullmatch(name):
            raise ValueError(name)
    # ok: python.sql-built-from-parameter
    connection.execute(f'INSERT INTO "{target}" SELECT * FROM "{source}"')


def swap(connection, left, right):
    for table in [left, right]:
        if table not in TABLES:
            raise ValueError("no such table")
    # ok: python.sql-built-from-parameter
    connection.execute(f"INSERT INTO {left} SELECT * FROM {right}")


def copy_some(connection, source, target, since):
    for name in (source, target):
        if not re.fullmatch(r"\w+", name):
            raise ValueError(name)
    # ruleid: python.sql-built-from-parameter
    connection.execute(f"INSERT INTO {target} SELECT * FROM {source} WHERE at > '{since}'")


def copy_logged(connection, source, target):
    for name in (source, target):
        if not NAME.fullmatch(name):
            print("odd name", name)
    # ruleid: python.sql-built-from-parameter
    connection.execute(f"INSERT INTO {target} SELECT * FROM {source}")


def named(session, name):
    # ruleid: python.sql-built-from-parameter
    return session.query(User).filter(text(f"name = '{name}'")).all()


def titled(session, title):
    # ruleid: python.sql-built-from-parameter
    return session.scalars(select(Book).where(text("title = '" + title + "'")))


def sized(session, size: int):
    # ok: python.sql-built-from-parameter
    return session.query(Book).filter(text(f"size > {size}"))


def bound(session, title):
    # ok: python.sql-built-from-parameter
    return session.query(Book).filter(text("title = :title")).params(title=title)


def by_name(session, name):
    q = f"SELECT * FROM users WHERE name = '{name}'"
    # ruleid: python.sql-built-from-parameter
    return session.execute(text(q)).all()


def by_name_bound(session, name):
    q = "SELECT * FROM users WHERE name = :name"
    # ok: python.sql-built-from-parameter
    return session.execute(text(q), {"name": name}).all()


def remove_items(connection, ids):
    # ruleid: python.sql-built-from-parameter
    connection.execute("DELETE FROM items WHERE id IN (" + ",".join(ids) + ")")


def remove_numbered(connection, ids):
    # ok: python.sql-built-from-parameter
    connection.execute("DELETE FROM items WHERE id IN (" + ",".join(str(int(i)) for i in ids) + ")")


def remove_bound(connection, ids):
    marks = ",".join("?" for _ in ids)
    # ok: python.sql-built-from-parameter
    connection.execute("DELETE FROM items WHERE id IN (" + marks + ")", list(ids))


def mark_seen(cursor, names):
    # ruleid: python.sql-built-from-parameter
    cursor.executemany("UPDATE people SET seen = 1 WHERE name = '%s'" % names[0], [])
    # ok: python.sql-built-from-parameter
    cursor.executemany("UPDATE people SET seen = 1 WHERE name = %s", [(name,) for name in names])


def filtered(db, customer):
    clauses = ["deleted = 0"]
    clauses.append(f"customer = '{customer}'")
    sql = "SELECT id FROM orders WHERE " + " AND ".join(clauses)
    # ruleid: python.sql-built-from-parameter
    return db.execute(sql)


def filtered_by_percent(db, customer):
    clauses = []
    clauses.append("customer = '%s'" % customer)
    sql = "SELECT id FROM orders WHERE " + " AND ".join(clauses)
    # ruleid: python.sql-built-from-parameter
    return db.execute(sql)


def filtered_by_placeholder(db, customer):
    clauses = ["deleted = 0"]
    clauses.append("customer = ?")
    sql = "SELECT id FROM orders WHERE " + " AND ".join(clauses)
    # ok: python.sql-built-from-parameter
    return db.execute(sql, (customer,))


def drop_rows(connection, names):
    wanted = ", ".join("'" + name + "'" for name in names)
    # ruleid: python.sql-built-from-parameter
    connection.exec_driver_sql("DELETE FROM parts WHERE name IN (%s)" % wanted)


def load_part(connection, title):
    # ruleid: python.sql-built-from-parameter
    connection.executescript(f"BEGIN; INSERT INTO parts (title) VALUES ('{title}'); COMMIT;")


def marked_rows(connection, numbers):
    marks = ", ".join("?" for _ in numbers)
    # ok: python.sql-built-from-parameter
    connection.exec_driver_sql("DELETE FROM parts WHERE id IN (%s)" % marks, tuple(numbers))


def search_rows(con, filters):
    parts = []
    for key, value in filters.items():
        parts.append(f"{key} = '{value}'")
    # ruleid: python.sql-built-from-parameter
    return con.execute("SELECT * FROM people WHERE " + " AND ".join(parts)).fetchall()


def search_bound_rows(con, filters):
    parts = []
    for key in ("name", "city"):
        parts.append(f"{key} = ?")
    # ok: python.sql-built-from-parameter
    return con.execute("SELECT * FROM people WHERE " + " AND ".join(parts), filters).fetchall()


def search_by_keywords(con, **filters):
    where = " AND ".join(f"{key} = '{value}'" for key, value in filters.items())
    # ruleid: python.sql-built-from-parameter
    return con.execute("SELECT * FROM people WHERE " + where).fetchall()


def search_by_bound_keywords(con, **filters):
    where = " AND ".join(f"{key} = ?" for key in filters)
    # ok: python.sql-built-from-parameter
    return con.execute("SELECT * FROM people WHERE " + where, list(filters.values())).fetchall()


class People:
    def search(self, name=None, email=None):
        query = "SELECT id, name FROM people WHERE 1=1"
        if name:
            query += f" AND name LIKE '%{name}%'"
        if email:
            query += f" AND email = '{email}'"
        # ruleid: python.sql-built-from-parameter
        return self.conn.execute(query).fetchall()


def find_people(conn, name):
    where = []
    if name:
        where.append(f"name = '{name}'")
    query = "SELECT id, name FROM people"
    if where:
        query += " WHERE " + " AND ".join(where)
    # ruleid: python.sql-built-from-parameter
    return conn.execute(query).fetchall()


def find_by_place(conn, name=None):
    where, values = [], []
    if name:
        where.append("name = ?")
        values.append(name)
    query = "SELECT id, name FROM people"
    if where:
        query += " WHERE " + " AND ".join(where)
    # ok: python.sql-built-from-parameter
    return conn.execute(query, values).fetchall()


def newest(conn, limit=None):
    query = "SELECT id, name FROM people ORDER BY id DESC"
    if limit:
        query += f" LIMIT {limit}"
    # ok: python.sql-built-from-parameter
    return conn.execute(query).fetchall()


def rows_of(conn, table="people", name=None):
    # ok: python.sql-built-from-parameter
    return conn.execute(f"SELECT * FROM {table} WHERE name = ?", (name,)).fetchall()
