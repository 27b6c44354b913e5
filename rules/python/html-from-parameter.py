import html

from django.http import HttpResponse
from markupsafe import escape


def greeting(name):
    # ruleid: python.html-from-parameter
    return "<h1>Hello " + name + "</h1>"


def link(address, title):
    # ruleid: python.html-from-parameter
    return f"<a href='{address}'>{title}</a>"


def answer(message):
    # ruleid: python.html-from-parameter
    return HttpResponse("<p>%s</p>" % message)


def safe_greeting(name):
    # ok: python.html-from-parameter
    return "<h1>Hello " + html.escape(name) + "</h1>"


def safe_answer(message):
    # ok: python.html-from-parameter
    return HttpResponse(f"<p>{escape(message)}</p>")


def count(number):
    # ok: python.html-from-parameter
    return f"<b>{int(number)}</b>"


def fixed(name):
    # ok: python.html-from-parameter
    return "<h1>Hello</h1>"


@register.filter
def as_safe(value):
    # ruleid: python.html-from-parameter
    return mark_safe(value)


@register.filter
def as_text(value):
    # ok: python.html-from-parameter
    return mark_safe(escape(value))
