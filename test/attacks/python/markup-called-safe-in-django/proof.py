"""Text that is called safe is not escaped by Django's templates (real Django)."""
import types

import support

RULE = "python.markup-from-text"


def page(program, name):
    import django
    import django.conf
    import django.template

    if not django.conf.settings.configured:
        django.conf.settings.configure()
    template = django.template.Engine().from_string("<p>{{ text }}</p>")
    return template.render(django.template.Context({"text": program.bold(types.SimpleNamespace(name=name))}))


def good(program):
    return page(program, "ann")


def attack(program):
    return "script" in support.elements(page(program, "<script>")) or None
