import jinja2
from jinja2 import Environment, FileSystemLoader, select_autoescape

# ruleid: python.autoescape-off
a = Environment(loader=FileSystemLoader("templates"), autoescape=True)
# ruleid: python.autoescape-off
b = jinja2.Environment(loader=jinja2.FileSystemLoader("templates"), autoescape=True)
# ruleid: python.autoescape-off
app.jinja_env.autoescape = True
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


def from_a_file(name):
    # ruleid: python.autoescape-off
    env = jinja2.Environment(autoescape=True)
    return env.from_string(open("page.html").read()).render(name=name)


def from_elsewhere(name):
    # ruleid: python.autoescape-off
    env = jinja2.Environment(autoescape=True)
    source = load_source("page")
    return env.from_string(source).render(name=name)


def from_parts(name):
    # ruleid: python.autoescape-off
    env = jinja2.Environment(autoescape=True)
    return env.from_string(f"{HEAD}{{{{ name }}}}").render(name=name)


def note(name):
    # ok: python.autoescape-off
    env = jinja2.Environment()
    text = env.from_string("Dear {{ name }}").render(name=name)
    return text
