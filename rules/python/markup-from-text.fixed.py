from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from markupsafe import Markup


def badge(user):
    # ruleid: python.markup-from-text
    return mark_safe(f"<b>{escape(user.name)}</b>")


def link(url, text):
    # ruleid: python.markup-from-text
    return Markup("<a href='%s'>%s</a>" % (url, text))


def title(text):
    # ruleid: python.markup-from-text
    return mark_safe("<h1>" + escape(text) + "</h1>")


def good(user):
    # ok: python.markup-from-text
    return format_html("<b>{}</b>", user.name)


def escaped(text):
    # ok: python.markup-from-text
    return mark_safe("<h1>" + escape(text) + "</h1>")


# ok: python.markup-from-text
LINE = mark_safe("<hr>")


def formatted(url):
    # ok: python.markup-from-text
    return Markup("<a href='{}'>x</a>").format(url)


def field(**kwargs):
    # ok: python.markup-from-text
    return Markup(f"<input {html_params(**kwargs)}>")


def flag(value):
    # ok: python.markup-from-text
    return Markup("<code>%s</code>" % {True: "yes", False: "no"}[value])


def highlight(value, word):
    # ruleid: python.markup-from-text
    return SafeString(value.replace(word, f"<mark>{word}</mark>"))


COLORS = {"open": "green", "closed": "grey"}
ICON = mark_safe('<i class="ok"></i>')


class StateAdmin:
    labels = {"new": "New", "old": "Old"}

    def state(self, row):
        color = COLORS.get(row.state, "grey")
        # ok: python.markup-from-text
        return mark_safe(f"<span style='color:{color}'>{ICON}{self.labels.get(row.kind, '')}</span>")

    def replies(self, row):
        # ok: python.markup-from-text
        return mark_safe("<b>%d</b>" % row.replies)

    def title(self, row):
        shown = escape(row.title)
        # ok: python.markup-from-text
        return mark_safe("<em>" + shown + "</em>")

    def body(self, row):
        text = row.body.strip()
        # ruleid: python.markup-from-text
        return mark_safe("<p>%s</p>" % escape(text))

    def link(self, row):
        # ruleid: python.markup-from-text
        return format_html("<a href='%s'>%s</a>" % (row.url, row.body))

    def linked(self, row):
        # ok: python.markup-from-text
        return format_html("<a href='{}'>{}</a>", row.url, row.body)
