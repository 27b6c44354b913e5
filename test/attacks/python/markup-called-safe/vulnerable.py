import jinja2
from markupsafe import Markup

pages = jinja2.Environment(autoescape=True)


def badge(user):
    return Markup(f"<b class='badge'>{user.name}</b>")


def page(user):
    return pages.from_string("<p>{{ badge }}</p>").render(badge=badge(user))
