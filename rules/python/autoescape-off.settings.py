import jinja2

LOADER = jinja2.FileSystemLoader("pages")


def written():
    options = {"loader": LOADER, "autoescape": False}
    # ruleid: python.autoescape-off
    return jinja2.Environment(**options)


def set_later():
    options = {"loader": LOADER}
    options["autoescape"] = False
    # ruleid: python.autoescape-off
    return jinja2.Environment(**options)


def called():
    options = dict(loader=LOADER, autoescape=False)
    # ruleid: python.autoescape-off
    return jinja2.Environment(**options)


def escaping():
    options = {"loader": LOADER, "autoescape": jinja2.select_autoescape()}
    # ok: python.autoescape-off
    return jinja2.Environment(**options)
