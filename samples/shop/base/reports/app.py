"""Reports for the shop's staff."""

import os
import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)
DATABASE = os.environ.get("REPORTS_DATABASE", "reports.db")


def connect():
    return sqlite3.connect(DATABASE)


@app.route("/sales/<int:year>")
def sales_of_year(year):
    with connect() as connection:
        rows = connection.execute("SELECT month, total FROM sales WHERE year = ? ORDER BY month", (year,)).fetchall()
    return jsonify([{"month": month, "total": total} for month, total in rows])


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=8081)
