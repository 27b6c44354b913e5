import html

from django.http import HttpResponse
from markupsafe import escape


def greeting(name):
    # ruleid: python.html-from-parameter
    return "<h1>Hello " + html.escape(str(name)) + "</h1>"


def link(address, title):
    # ruleid: python.html-from-parameter
    return f"<a href='{address}'>{title}</a>"


def answer(message):
    # ruleid: python.html-from-parameter
    return HttpResponse("<p>%s</p>" % html.escape(str(message)))


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
    return mark_safe(html.escape(str(value)))


@register.filter
def as_text(value):
    # ok: python.html-from-parameter
    return mark_safe(escape(value))


def comment(author, text):
    parts = ["<article>"]
    # ruleid: python.html-from-parameter
    parts.append(f"<h3>{html.escape(str(author))}</h3>")
    # ruleid: python.html-from-parameter
    parts.append("<p>" + html.escape(str(text)) + "</p>")
    # ok: python.html-from-parameter
    parts.append(f"<small>{html.escape(text)}</small>")
    parts.append("</article>")
    return "\n".join(parts)


def rows(values):
    lines = []
    for value in values:
        # ok: python.html-from-parameter
        lines.append(f"{value}: <none>")
    return "\n".join(lines)
