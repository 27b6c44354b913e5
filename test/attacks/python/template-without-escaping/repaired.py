import jinja2

pages = jinja2.Environment(loader=jinja2.DictLoader({"hello": "<h1>{{ name }}</h1>"}), autoescape=True)


def hello(name):
    return pages.get_template("hello").render(name=name)
