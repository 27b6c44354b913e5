"""An expression in the request is evaluated by the template engine."""
import support

RULE = "python.template-injection"


def good(program):
    with support.serving(program.app) as ask:
        return ask("/?name=ann").text


def attack(program):
    with support.serving(program.app) as ask:
        text = ask("/?name=%7B%7B41%2B1%7D%7D").text
    return text if "42" in text else None
