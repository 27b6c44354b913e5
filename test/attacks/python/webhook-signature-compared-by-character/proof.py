"""The comparison stops at the first wrong character; a string that tells when it is compared so stands in for the clock."""
import hashlib
import hmac

RULE = "python.timing-unsafe-signature-compare"


class Watched(str):
    compared = False

    def __eq__(self, other):
        Watched.compared = True
        return str.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = str.__hash__


def good(program):
    signature = hmac.new(b"key", b"paid", hashlib.sha256).hexdigest()
    return [program.accepts(b"paid", signature, b"key"), program.accepts(b"unpaid", signature, b"key")]


def attack(program):
    program.accepts(b"paid", Watched("00"), b"key")
    return Watched.compared or None
