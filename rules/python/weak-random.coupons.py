import random
import string


def coupon_code(length):
    # ruleid: python.weak-random
    return "".join(random.choices(string.ascii_uppercase, k=length))


def country_code():
    # ok: python.weak-random
    return random.choice(["de", "fr", "it"])
