import html

from fastapi import Depends, FastAPI
from fastapi.responses import HTMLResponse
from flask import session as cookie
from sqlalchemy import select
from sqlalchemy.orm import Session

app = FastAPI()


@app.get("/notes/{note_id}", response_class=HTMLResponse)
def page(note_id: int, db: Session = Depends(get_session)):
    note = db.get(Note, note_id)
    # ruleid: python.html-from-stored-data
    return "<h1>" + note.title + "</h1>"


@app.get("/notes/{note_id}/text", response_class=HTMLResponse)
def text(note_id: int, db: Session = Depends(get_session)):
    note = db.scalars(select(Note).where(Note.id == note_id)).one()
    # ruleid: python.html-from-stored-data
    return f"<pre>{note.body}</pre>"


@app.get("/names/{name}", response_class=HTMLResponse)
def named(name: str, db: Session = Depends(get_session)):
    person = db.query(Person).filter(Person.slug == name).first()
    # ruleid: python.html-from-stored-data
    return "<li>" + person.name + "</li>"


@app.get("/notes/{note_id}/escaped", response_class=HTMLResponse)
def escaped(note_id: int, db: Session = Depends(get_session)):
    note = db.get(Note, note_id)
    # ok: python.html-from-stored-data
    return "<h1>" + html.escape(note.title) + "</h1>"


@app.get("/notes/{note_id}/count", response_class=HTMLResponse)
def count(note_id: int, db: Session = Depends(get_session)):
    note = db.get(Note, note_id)
    # ok: python.html-from-stored-data
    return "<b>" + str(len(note.body)) + "</b>"


@app.get("/notes/{note_id}/data")
def data(note_id: int, db: Session = Depends(get_session)):
    note = db.get(Note, note_id)
    # ok: python.html-from-stored-data
    return {"title": note.title}


@app.get("/greeting", response_class=HTMLResponse)
def greeting():
    # ok: python.html-from-stored-data
    return "<p>Hello " + cookie.get("name", "you") + "</p>"
