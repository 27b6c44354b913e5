"""A star in a request finds everybody (real ldap3 with its own directory in memory)."""
import support

RULE = "python.ldap-injection"


def good(program):
    with support.serving(program.app) as ask:
        return ask("/find?user=ann").text


def attack(program):
    with support.serving(program.app) as ask:
        return "2" in ask("/find?user=*").text or None
