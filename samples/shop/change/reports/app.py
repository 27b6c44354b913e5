"""Reports for the shop's staff."""

import os
import sqlite3

from flask import Flask, jsonify, request

from reports.monthly import monthly

app = Flask(__name__)
app.register_blueprint(monthly)
DATABASE = os.environ.get("REPORTS_DATABASE", "reports.db")


def connect():
    return sqlite3.connect(DATABASE)


@app.route("/sales/<int:year>")
def sales_of_year(year):
    with connect() as connection:
        rows = connection.execute("SELECT month, total FROM sales WHERE year = ? ORDER BY month", (year,)).fetchall()
    return jsonify([{"month": month, "total": total} for month, total in rows])


@app.route("/sales/search")
def search_sales():
    region = request.args.get("region", "")
    with connect() as connection:
        rows = connection.execute(f"SELECT month, total FROM sales WHERE region = '{region}'").fetchall()
    return jsonify([{"month": month, "total": total} for month, total in rows])


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8081, debug=True)
