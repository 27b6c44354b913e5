"""A link to the own site leads to another one."""
import support

RULE = "python.open-redirect"
# Werkzeug takes tabs out of an address, so that what follows one is the beginning.
ELSEWHERE = ("https://evil.test/", "//evil.test/", "/%09/evil.test/")


def good(program):
    with support.serving(program.app) as ask:
        return ask("/login?next=/orders").headers["Location"]


def attack(program):
    with support.serving(program.app) as ask:
        places = [ask(f"/login?next={place}").headers["Location"] for place in ELSEWHERE]
    return any(place.startswith(("https:", "//")) for place in places) or None
