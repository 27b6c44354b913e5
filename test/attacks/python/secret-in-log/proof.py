"""Who reads the log reads passwords (Python's own logging)."""
import io
import logging

RULE = "python.secret-in-log"


def lines(program):
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.DEBUG)
    result = [program.sign_in("ann", "horse-battery"), program.refresh("horse-token")]
    logging.getLogger().removeHandler(handler)
    return result, stream.getvalue()


def good(program):
    result, text = lines(program)
    return [result, "ann" in text, "refreshed" in text]


def attack(program):
    return "horse" in lines(program)[1] or None
