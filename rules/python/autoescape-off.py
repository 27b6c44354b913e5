import jinja2
from jinja2 import Environment, FileSystemLoader, select_autoescape

# ruleid: python.autoescape-off
a = Environment(loader=FileSystemLoader("templates"))
# ruleid: python.autoescape-off
b = jinja2.Environment(loader=jinja2.FileSystemLoader("templates"), autoescape=False)
# ruleid: python.autoescape-off
app.jinja_env.autoescape = False
# ok: python.autoescape-off
c = Environment(loader=FileSystemLoader("templates"), autoescape=True)
# ok: python.autoescape-off
d = jinja2.Environment(autoescape=select_autoescape())
# ok: python.autoescape-off
e = app.jinja_env.get_template("page.html")

GREETING = "Hello {{ name }}, your order {{ number }} is on its way."


def greeting(name, number):
    # ok: python.autoescape-off
    env = jinja2.Environment()
    return env.from_string(GREETING).render(name=name, number=number)
