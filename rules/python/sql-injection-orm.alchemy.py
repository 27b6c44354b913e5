import sqlalchemy as sa
from fastapi import Depends, FastAPI
from sqlalchemy import func, literal_column, or_, select, text, update

app = FastAPI()


@app.get("/notes")
def notes(q: str, db=Depends(get_db)):
    # ruleid: python.sql-injection-orm
    db.execute(select(Note).where(text(f"body ILIKE '%{q}%'")))
    # ruleid: python.sql-injection-orm
    db.execute(sa.select(Note).where(sa.text("body = '" + q + "'")))
    # ruleid: python.sql-injection-orm
    db.execute(select(Note).where(or_(Note.id == 1, text(f"title = '{q}'"))))
    # ruleid: python.sql-injection-orm
    db.execute(select(Note).order_by(text(q)))
    # ruleid: python.sql-injection-orm
    db.execute(select(func.count()).group_by(text(f"{q} DESC")))
    # ruleid: python.sql-injection-orm
    db.execute(select(literal_column(f"'{q}'")))
    # ruleid: python.sql-injection-orm
    db.execute(select(sa.literal_column(f"'{q}'")))
    # ruleid: python.sql-injection-orm
    db.execute(select(func.lower(text(q))))
    # ruleid: python.sql-injection-orm
    db.execute(select(Note).where(Note.id.in_(select(text(f"{q}")))))
    # ruleid: python.sql-injection-orm
    db.execute(select(Note).from_statement(text(f"SELECT * FROM note WHERE id = {q}")))
    # ruleid: python.sql-injection-orm
    db.execute(select(Note).prefix_with(f"/*+ {q} */"))
    # ruleid: python.sql-injection-orm
    db.execute(select(Note).suffix_with(f"FOR {q}"))
    # ruleid: python.sql-injection-orm
    db.execute(select(Note).with_hint(Note, f"USE INDEX ({q})"))
    # ruleid: python.sql-injection-orm
    db.execute(select(Note).where(Note.title.op(q)("x")))
    # ruleid: python.sql-injection-orm
    db.execute(select(Note).where(f"title = '{q}'"))
    # ok: python.sql-injection-orm
    db.execute(select(Note).where(text("body = :q")), {"q": q})
    # ok: python.sql-injection-orm
    db.execute(select(Note).where(Note.title.op("~")(q)))
    # ok: python.sql-injection-orm
    db.execute(select(Note).where(Note.body.ilike(f"%{q}%")))


@app.get("/shop")
def shop(q: str):
    # ok: python.sql-injection-orm
    db.session.execute(db.select(Post).where(Post.title.ilike(f"%{q}%")))
    # ruleid: python.sql-injection-orm
    db.session.execute(db.select(Post).where(db.text(f"title = '{q}'")))
