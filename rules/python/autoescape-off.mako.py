import mako.template
from mako.lookup import TemplateLookup
from mako.template import Template

# ruleid: python.autoescape-off
pages = TemplateLookup(directories=["templates"])
# ok: python.autoescape-off
migration = Template(filename="templates/migration.py.mako")
# ok: python.autoescape-off
escaped = TemplateLookup(directories=["templates"], default_filters=["h"])
# ok: python.autoescape-off
sql_templates = TemplateLookup(directories=["sql"])
# ok: python.autoescape-off
greeting = mako.template.Template("Hello")


def comment(author, text):
    # ruleid: python.autoescape-off
    page = Template("<div><b>${author}</b>: ${text}</div>")
    return page.render(author=author, text=text)


def comment_escaped(author, text):
    # ok: python.autoescape-off
    page = Template("<div><b>${author | h}</b>: ${text | h}</div>")
    return page.render(author=author, text=text)


def comment_filtered(author, text):
    # ok: python.autoescape-off
    page = Template("<div><b>${author}</b>: ${text}</div>", default_filters=["h"])
    return page.render(author=author, text=text)


def mail(name):
    # ok: python.autoescape-off
    return Template("Dear ${name}, your parcel < 5 kg is here.").render(name=name)


def page_of_file(name):
    # ruleid: python.autoescape-off
    return Template(filename="templates/member.html").render(name=name)


def text_of_file(name):
    # ok: python.autoescape-off
    return Template(filename="templates/nginx.conf.mako").render(name=name)
