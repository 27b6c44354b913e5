import sqlalchemy as sa
from fastapi import Depends, FastAPI
from sqlalchemy import and_, delete, func, insert, literal_column, or_, select, text, update
from sqlmodel import select as sql_select

app = FastAPI()


@app.get("/notes")
def notes(q: str, db=Depends(get_db)):
    # ok: python.sql-injection
    db.execute(select(Note).where(Note.body.ilike(q)))
    # ok: python.sql-injection
    db.execute(select(Note).where(Note.body.ilike(f"%{q}%"), Note.owner_id == 1))
    # ok: python.sql-injection
    db.execute(select(Note).where(Note.body.like(q + "%")))
    # ok: python.sql-injection
    db.execute(select(models.Note).where(models.Note.body.contains(q.strip())))
    # ok: python.sql-injection
    db.execute(select(Note).where(Note.tag.in_(q.split(","))))
    # ok: python.sql-injection
    db.execute(select(Note).filter_by(title=q.strip()))
    # ok: python.sql-injection
    db.execute(select(Note).where(Note.title.op("~")(q)))
    # ok: python.sql-injection
    db.execute(select(Note).where(or_(Note.body.ilike(f"%{q}%"), func.lower(Note.title) == q.lower())))
    # ok: python.sql-injection
    db.execute(select(Note).where(Note.words.op("@@")(func.plainto_tsquery("english", q))))
    # ok: python.sql-injection
    db.execute(select(Note).where(Note.body.match(q)))
    # ok: python.sql-injection
    db.execute(sa.select(Note).where(Note.title.startswith(q.strip())))
    # ok: python.sql-injection
    db.execute(sa.select(sa.literal(q), Note.id))
    # ok: python.sql-injection
    db.execute(sql_select(Note).where(Note.body.contains(q)))


@app.get("/page")
async def page(q: str, db=Depends(get_db)):
    stmt = select(Note).join(Note.author)
    if q:
        stmt = stmt.where(or_(Note.body.ilike(f"%{q}%"), Note.title.ilike(f"%{q}%"))).order_by(Note.id)
    # ok: python.sql-injection
    rows = await db.execute(stmt)
    # ok: python.sql-injection
    count = await db.execute(select(func.count()).select_from(stmt.subquery()))
    conditions = [Note.deleted.is_(None)]
    conditions.append(Note.body.ilike(f"%{q}%"))
    # ok: python.sql-injection
    more = await db.execute(select(Note).where(and_(*conditions)).limit(20))
    # ok: python.sql-injection
    first = await db.scalars(select(Note).where(Note.body.ilike(f"%{q}%")).limit(1))
    return rows, count, more, first


@app.post("/notes")
def change(q: str, db=Depends(get_db)):
    # ok: python.sql-injection
    db.execute(update(Note).where(Note.title.ilike(q.strip())).values(body=f"x {q}"))
    # ok: python.sql-injection
    db.execute(insert(Note).values(body=q.strip()))
    stmt = delete(Note).where(Note.body.startswith(q.strip()))
    # ok: python.sql-injection
    db.execute(stmt)


@app.get("/text")
def as_text(q: str, db=Depends(get_db)):
    # ruleid: python.sql-injection
    db.execute(f"SELECT * FROM note WHERE body ILIKE '%{q}%'")
    # ruleid: python.sql-injection
    db.execute("SELECT * FROM note WHERE tag IN (" + ", ".join(q.split(",")) + ")")
    wanted = re.match(r"(.*)", q).group(1)
    # ruleid: python.sql-injection
    db.execute(f"SELECT * FROM note WHERE tag = '{wanted}'")
    # ruleid: python.sql-injection
    db.execute(Query().table("note").where(f"body = '{q}'").sql())


@blueprint.route("/posts")
def posts():
    q = request.args.get("q", "")
    # ok: python.sql-injection
    db.session.execute(db.select(Post).where(Post.title.ilike(f"%{q}%")))
    # ok: python.sql-injection
    db.session.execute(db.select(Post).filter_by(title=q.strip()))
    # ok: python.sql-injection
    db.session.execute(db.select(db.func.lower(q)))
