"""Jinja2 escapes nothing unless it is told to."""
import support

RULE = "python.autoescape-off"


def good(program):
    return program.hello("ann")


def attack(program):
    return "script" in support.elements(program.hello("<script>1</script>")) or None
