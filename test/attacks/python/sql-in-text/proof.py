"""A quote in a request reads all rows."""
import support

RULE = "python.sql-injection"


def good(program):
    with support.serving(program.app) as ask:
        return ask("/user?name=ann").text


def attack(program):
    with support.serving(program.app) as ask:
        text = ask("/user?name=x'%20OR%20'1'='1").text
    return text if "b@x" in text else None
