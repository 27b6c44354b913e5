import html


def greeting(name):
    return "<h1>Hello " + html.escape(name) + "</h1>"
