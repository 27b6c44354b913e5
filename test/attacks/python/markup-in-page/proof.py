"""A script in the address stands in the page."""
import support

RULE = "python.reflected-xss"


def good(program):
    with support.serving(program.app) as ask:
        return ask("/?name=ann").text


def attack(program):
    with support.serving(program.app) as ask:
        tags = support.elements(ask("/?name=<script>1</script>").text)
        quoted = ask("/?name='onclick='1").text
    return "script" in tags or "'onclick" in quoted or None
