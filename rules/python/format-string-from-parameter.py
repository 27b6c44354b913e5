def greeting(template: str, user) -> str:
    # ruleid: python.format-string-from-parameter
    return template.format(user=user, year=2026)


def describe(text, settings):
    # ruleid: python.format-string-from-parameter
    return text.format(settings)


class Mail:
    def body(self, layout):
        # ruleid: python.format-string-from-parameter
        return layout.format(mail=self)


def fixed(user):
    # ok: python.format-string-from-parameter
    return "Hello {user}".format(user=user)


def numbers(template, width, height):
    # ok: python.format-string-from-parameter
    return template.format(width=width, height=height)


def substituted(template, user):
    # ok: python.format-string-from-parameter
    return string.Template(template).safe_substitute(name=user.name)
