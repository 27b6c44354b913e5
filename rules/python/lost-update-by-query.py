import sqlite3


def withdraw(db, account, amount):
    balance = db.execute("SELECT balance FROM accounts WHERE id = ?", (account,)).fetchone()[0]
    if balance < amount:
        raise ValueError("not enough")
    # ruleid: python.lost-update-by-query
    db.execute("UPDATE accounts SET balance = ? WHERE id = ?", (balance - amount, account))
    db.commit()


def buy(connection, item):
    cursor = connection.cursor()
    cursor.execute("SELECT stock FROM items WHERE id = %s", (item,))
    (stock,) = cursor.fetchone()
    if stock < 1:
        return False
    left = stock - 1
    # ruleid: python.lost-update-by-query
    cursor.execute("UPDATE items SET stock = %s WHERE id = %s", (left, item))
    connection.commit()
    return True


def collect(db, user, points):
    row = db.execute("SELECT points FROM members WHERE id = ?", [user]).fetchone()
    # ruleid: python.lost-update-by-query
    db.execute("UPDATE members SET points = ? WHERE id = ?", [row["points"] + points, user])


def withdraw_in_the_query(db, account, amount):
    db.execute("SELECT name FROM accounts WHERE id = ?", (account,))
    # ok: python.lost-update-by-query
    db.execute("UPDATE accounts SET balance = balance - ? WHERE id = ? AND balance >= ?", (amount, account, amount))


def buy_locked(connection, item):
    cursor = connection.cursor()
    cursor.execute("SELECT stock FROM items WHERE id = %s FOR UPDATE", (item,))
    (stock,) = cursor.fetchone()
    # ok: python.lost-update-by-query
    cursor.execute("UPDATE items SET stock = %s WHERE id = %s", (stock - 1, item))


def withdraw_alone(path, account, amount):
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    balance = db.execute("SELECT balance FROM accounts WHERE id = ?", (account,)).fetchone()[0]
    # ok: python.lost-update-by-query
    db.execute("UPDATE accounts SET balance = ? WHERE id = ?", (balance - amount, account))
    db.execute("COMMIT")


def correct(db, item, counted):
    db.execute("SELECT stock FROM items WHERE id = ?", (item,))
    # ok: python.lost-update-by-query
    db.execute("UPDATE items SET stock = ? WHERE id = ?", (counted, item))


def recount(db, item, counted, broken):
    row = db.execute("SELECT id FROM items WHERE name = ?", (item,)).fetchone()
    good = counted - broken
    # ok: python.lost-update-by-query
    db.execute("UPDATE items SET quantity = ? WHERE id = ?", (good, row[0]))


def withdraw_of_revision(db, account, amount):
    held, rev = db.execute("SELECT balance, rev FROM accounts WHERE id = ?", (account,)).fetchone()
    left = held - amount
    # ok: python.lost-update-by-query
    return db.execute("UPDATE accounts SET balance = ?, rev = rev + 1 WHERE id = ? AND rev = ?", (left, account, rev)).rowcount


def withdraw_after_lock(db, account, amount):
    lock_account(db, account)
    row = db.execute("SELECT balance FROM accounts WHERE id = ?", (account,)).fetchone()
    # ok: python.lost-update-by-query
    db.execute("UPDATE accounts SET balance = ? WHERE id = ?", (row[0] - amount, account))
