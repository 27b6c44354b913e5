import html
import sqlite3

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from flask import Flask, jsonify, render_template

app = Flask(__name__)
api = FastAPI()


@api.get("/history/{room}", response_class=HTMLResponse)
def history(room: str):
    rows = db.execute("SELECT author, text FROM messages WHERE room = ?", (room,)).fetchall()
    items = "".join("<li>%s: %s</li>" % row for row in rows)
    # ruleid: python.html-from-stored-data
    return "<ul>" + items + "</ul>"


@api.get("/history/safe/{room}", response_class=HTMLResponse)
def history_safe(room: str):
    rows = db.execute("SELECT author, text FROM messages WHERE room = ?", (room,)).fetchall()
    items = "".join("<li>%s: %s</li>" % (html.escape(row[0]), html.escape(row[1])) for row in rows)
    # ok: python.html-from-stored-data
    return "<ul>" + items + "</ul>"


@app.get("/posts/<int:post_id>")
def post(post_id):
    found = Post.query.get_or_404(post_id)
    # ruleid: python.html-from-stored-data
    return "<h1>" + found.title + "</h1>"


@app.get("/posts/<int:post_id>/number")
def number(post_id):
    found = Post.query.get_or_404(post_id)
    # ok: python.html-from-stored-data
    return f"<h1>{found.id}, {found.created_at}</h1>"


@app.get("/posts/<int:post_id>/page")
def page(post_id):
    # ok: python.html-from-stored-data
    return render_template("post.html", post=Post.query.get_or_404(post_id))


@app.get("/posts/<int:post_id>/data")
def data(post_id):
    found = Post.query.get_or_404(post_id)
    # ok: python.html-from-stored-data
    return jsonify(title=found.title)


def profile(request, pk):
    person = get_object_or_404(Person, pk=pk)
    # ruleid: python.html-from-stored-data
    return HttpResponse("<p>%s</p>" % person.about)


def profile_data(request, pk):
    person = get_object_or_404(Person, pk=pk)
    # ok: python.html-from-stored-data
    return JsonResponse({"about": person.about})


def profile_text(request, pk):
    person = get_object_or_404(Person, pk=pk)
    # ok: python.html-from-stored-data
    return HttpResponse(person.about, content_type="text/plain")
