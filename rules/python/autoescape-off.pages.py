import jinja2

# ruleid: python.autoescape-off
env = jinja2.Environment(loader=jinja2.FileSystemLoader("templates"))
print(env.from_string("Hello {{ name }}").render(name="x"))


def page(user):
    return env.get_template("page.html").render(user=user)
