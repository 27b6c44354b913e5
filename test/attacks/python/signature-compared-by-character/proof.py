"""The comparison stops at the first wrong character; a string that counts stands in for the clock."""
import types

RULE = "python.timing-unsafe-compare"


class Counted(str):
    seen = 0

    def __eq__(self, other):
        for own, given in zip(self, other):
            Counted.seen += 1
            if own != given:
                return False
        return len(self) == len(other)

    __hash__ = str.__hash__


def good(program):
    settings = types.SimpleNamespace(api_key="abcd")
    return [program.allowed("abcd", settings), program.allowed("abxx", settings)]


def attack(program):
    settings = types.SimpleNamespace(api_key=Counted("k7q2"))
    known = ""
    for _ in range(4):
        counts = {}
        for letter in "abcdefghijklmnopqrstuvwxyz0123456789":
            Counted.seen = 0
            if program.allowed((known + letter).ljust(4, "-"), settings):
                return known + letter
            counts[letter] = Counted.seen
        known += max(counts, key=counts.get)
    return None
