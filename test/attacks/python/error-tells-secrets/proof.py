"""An error shows the caller where the program is and how it signs in."""
import support

RULE = "python.stack-trace-to-client"


def good(program):
    with support.serving(program.app) as ask:
        return ask("/order/7").text


def attack(program):
    with support.serving(program.app) as ask:
        text = ask("/order/0").text
    return text if "hunter2" in text or "line" in text else None
