import sqlite3
import sys

db = sqlite3.connect("shop.db")
name = input("Name: ")
# ruleid: python.sql-from-program-input
db.execute("SELECT * FROM users WHERE name = '" + name + "'")
cursor = db.cursor()
# ruleid: python.sql-from-program-input
cursor.execute(f"DELETE FROM users WHERE id = {sys.argv[1]}")
query = "SELECT * FROM users WHERE mail = '%s'" % input("Mail: ")
# ruleid: python.sql-from-program-input
cursor.execute(query)
# ok: python.sql-from-program-input
cursor.execute("SELECT * FROM users WHERE name = ?", (name,))
# ok: python.sql-from-program-input
cursor.execute(f"SELECT * FROM users LIMIT {int(sys.argv[2])}")
# ok: python.sql-from-program-input
cursor.execute("SELECT count(*) FROM users")


def report():
    con = duckdb.connect("data.db")
    # ruleid: python.sql-from-program-input
    return con.sql("SELECT count(*) FROM events WHERE " + sys.argv[1]).fetchone()


def import_rows(connection, path):
    with open(path, newline="") as handle:
        for row in csv.reader(handle):
            # ruleid: python.sql-from-program-input
            connection.execute("INSERT INTO parts VALUES ('" + "','".join(row) + "')")


def import_bound(connection, path):
    with open(path, newline="") as handle:
        for row in csv.reader(handle):
            # ok: python.sql-from-program-input
            connection.execute("INSERT INTO parts VALUES (?, ?)", row)


def dump_known(path, table):
    con = sqlite3.connect(sys.argv[1])
    known = {name for (name,) in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if table not in known:
        raise ValueError("no such table")
    # ok: python.sql-from-program-input
    return con.execute('SELECT * FROM "%s"' % table).fetchall()


if __name__ == "__main__":
    dump_known(sys.argv[1], sys.argv[2])
