"""An object in place of a password is an operator (Flask; MongoDB's comparison stood in for)."""
import json

import support

RULE = "python.nosql-injection"


class Users:
    """Compares as MongoDB does: a value with what is equal, an object with what its operator says."""

    def find_one(self, wanted):
        for user in [{"email": "ann@shop.test", "password": "horse"}]:
            if all(self.fits(user[name], value) for name, value in wanted.items()):
                return user
        return None

    def fits(self, value, wanted):
        return value != wanted["$ne"] if isinstance(wanted, dict) else value == wanted


def sign_in(program, password):
    program.db.users = Users()
    body = json.dumps({"email": "ann@shop.test", "password": password}).encode()
    with support.serving(program.app) as ask:
        return ask("/sign-in", body, {"Content-Type": "application/json"}).text


def good(program):
    return [sign_in(program, "horse"), sign_in(program, "cow")]


def attack(program):
    return "True" in sign_in(program, {"$ne": ""}) or None
