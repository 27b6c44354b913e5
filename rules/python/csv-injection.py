import csv

from flask import Flask, request

app = Flask(__name__)


@app.post("/export")
def export():
    writer = csv.writer(open("out.csv", "w"))
    # ruleid: python.csv-injection
    writer.writerow(["name", request.form["name"]])
    return "", 204


@app.post("/all")
def export_all():
    rows = [[request.json["title"], request.json["note"]]]
    # ruleid: python.csv-injection
    csv.writer(open("all.csv", "w")).writerows(rows)
    return "", 204


@app.post("/named")
def named():
    writer = csv.DictWriter(open("named.csv", "w"), ["name"])
    # ruleid: python.csv-injection
    writer.writerow({"name": request.args.get("name")})
    return "", 204


@app.post("/numbers")
def numbers():
    # ok: python.csv-injection
    csv.writer(open("n.csv", "w")).writerow([int(request.form["count"])])
    return "", 204


@app.post("/quoted")
def quoted():
    # ok: python.csv-injection
    csv.writer(open("q.csv", "w")).writerow([escape_cell(request.form["name"])])
    return "", 204


def nightly(rows):
    # ok: python.csv-injection
    csv.writer(open("night.csv", "w")).writerows(rows)


def export_members(cursor, file):
    cursor.execute("SELECT name, note FROM members")
    writer = csv.writer(file)
    for row in cursor.fetchall():
        # ruleid: python.csv-injection
        writer.writerow(row)


def export_counts(cursor, file):
    writer = csv.writer(file)
    for row in cursor.fetchall():
        # ok: python.csv-injection
        writer.writerow([int(row[0]), len(row[1])])
