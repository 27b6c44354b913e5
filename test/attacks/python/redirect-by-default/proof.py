"""A link to the own site leads to another one, where an address stands for none."""
import support

RULE = "python.open-redirect"


def good(program):
    with support.serving(program.app) as ask:
        return ask("/login?next=/orders").headers["Location"]


def attack(program):
    with support.serving(program.app) as ask:
        places = [ask(f"/login?next={place}").headers["Location"] for place in ("https://evil.test/", "//evil.test/")]
    return any("evil.test" in place for place in places) or None
