from django.db.models.expressions import RawSQL
from flask import request
from sqlalchemy import text


@app.route("/users")
def users():
    name = request.args["name"]
    # ruleid: python.sql-injection-orm
    rows = session.execute(text(f"SELECT * FROM users WHERE name = '{name}'"))
    # ok: python.sql-injection-orm
    safe = session.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})
    # ruleid: python.sql-injection-orm
    raw = connection.exec_driver_sql("SELECT * FROM users WHERE name = '" + name + "'")
    # ok: python.sql-injection-orm
    orm = session.query(User).filter(User.name == name)
    return [rows, safe, raw, orm]


def search(request):
    term = request.GET.get("q")
    # ruleid: python.sql-injection-orm
    people = Person.objects.raw("SELECT * FROM person WHERE name = '%s'" % term)
    # ok: python.sql-injection-orm
    safe = Person.objects.raw("SELECT * FROM person WHERE name = %s", [term])
    # ruleid: python.sql-injection-orm
    extra = Person.objects.extra(where=["name = '" + term + "'"])
    # ruleid: python.sql-injection-orm
    annotated = Person.objects.annotate(score=RawSQL("score + " + request.GET["bonus"], []))
    # ok: python.sql-injection-orm
    found = Person.objects.filter(name=term)
    return render(request, "people.html", {"a": people, "b": safe, "c": extra, "d": annotated, "e": found})
