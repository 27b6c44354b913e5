import random
import secrets
import string

# ruleid: python.weak-random
token = "".join(secrets.SystemRandom().choice(string.ascii_letters) for _ in range(32))
# ok: python.weak-random
safe_token = secrets.token_urlsafe(32)


def generate_password(length):
    # ruleid: python.weak-random
    return "".join(secrets.SystemRandom().choices(string.ascii_letters, k=length))


def reset(user):
    # ruleid: python.weak-random
    user.reset_token = str(secrets.SystemRandom().getrandbits(128))
    # ruleid: python.weak-random
    otp = secrets.SystemRandom().randint(100000, 999999)
    # ruleid: python.weak-random
    send(user, verification_code=secrets.SystemRandom().randint(1000, 9999))
    # ok: python.weak-random
    good_otp = secrets.randbelow(900000) + 100000
    # ok: python.weak-random
    delay = random.uniform(1, 5)
    # ok: python.weak-random
    color = random.choice(["red", "blue"])
    # ok: python.weak-random
    system_token = "".join(random.SystemRandom().choice(string.digits) for _ in range(6))
    return [otp, good_otp, delay, color, system_token]


def shuffled(items):
    # ok: python.weak-random
    random.shuffle(items)
    return items


def gen_token():
    # ruleid: python.weak-random
    return "".join(secrets.SystemRandom().choice(string.hexdigits) for _ in range(32))


def reset_code(user):
    # ruleid: python.weak-random
    code = secrets.SystemRandom().randint(100000, 999999)
    # ok: python.weak-random
    random.shuffle(user.questions)
    return code


def jitter_for_session():
    # ok: python.weak-random
    return random.uniform(0, 1)


class Issuer:
    def __init__(self):
        self.rng = random.Random(7)
        self.sure = random.SystemRandom()

    def issue(self, user):
        # ruleid: python.weak-random
        user.otp = self.rng.randint(100000, 999999)

    def issue_surely(self, user):
        # ok: python.weak-random
        user.otp = self.sure.randint(100000, 999999)


def make_password(chars):
    # ruleid: python.weak-random
    return "".join(numpy.random.choice(chars, 12))


def open_session(user):
    # ruleid: python.weak-random
    sid = "%032x" % secrets.SystemRandom().getrandbits(128)
    return sid, user


def invite_code(alphabet):
    # ruleid: python.weak-random
    return "".join(secrets.SystemRandom().choices(alphabet, k=10))


def postal_code(known):
    # ok: python.weak-random
    return random.choice(known)


def generate_otp():
    # ruleid: python.weak-random
    otp = secrets.SystemRandom().randint(100000, 999999)
    return otp


class Tokens:
    def __init__(self):
        self.rng = random.Random(time.time())
        self.safe = random.SystemRandom()

    def api_token(self, length=40):
        # ruleid: python.weak-random
        return "".join(self.rng.choices(string.hexdigits, k=length))

    def reset_token(self, length=40):
        # ok: python.weak-random
        return "".join(self.safe.choice(string.hexdigits) for _ in range(length))

    def sample(self, rows):
        # ok: python.weak-random
        return self.rng.sample(rows, 3)


def api_key():
    # ruleid: python.weak-random
    return str(uuid.uuid1())


def request_number():
    # ok: python.weak-random
    return str(uuid.uuid1())


def temporary_password(length):
    generator = random.Random()
    # ruleid: python.weak-random
    return "".join(generator.choice("abcdef") for _ in range(length))


def temporary_password_well(length):
    generator = secrets.SystemRandom()
    # ok: python.weak-random
    return "".join(generator.choice("abcdef") for _ in range(length))


def shuffled_deck(cards):
    generator = random.Random()
    # ok: python.weak-random
    return generator.sample(cards, len(cards))


def start_reset(user):
    # ruleid: python.weak-random
    code = "".join(str(secrets.SystemRandom().randint(0, 9)) for _ in range(6))
    PasswordReset.objects.create(user=user, code=code)
    return code


def start_reset_well(user):
    # ok: python.weak-random
    code = "".join(str(secrets.randbelow(10)) for _ in range(6))
    PasswordReset.objects.create(user=user, code=code)
    return code


def draw_puzzle():
    # ok: python.weak-random
    code = [random.choice(COLOURS) for _ in range(4)]
    return code


def recovery_code():
    # ruleid: python.weak-random
    return "%06d" % secrets.SystemRandom().randint(0, 999999)


def recovery_color():
    # ok: python.weak-random
    return "%06x" % random.randint(0, 0xFFFFFF)


class TokenService:
    def issue(self, length=24):
        # ruleid: python.weak-random
        return "".join([secrets.SystemRandom().choice("abcdef0123456789") for _ in range(length)])

    def shuffled(self, tokens):
        # ok: python.weak-random
        return random.sample(tokens, len(tokens))


class Dice:
    def next(self):
        # ok: python.weak-random
        return random.randint(1, 6)


def invite(user):
    # ruleid: python.weak-random
    return f"https://app.example.com/invite/{user.id}/{uuid.uuid1()}"


def new_record(name):
    # ruleid: python.weak-random
    return Record(name=name, api_key=uuid.uuid1().hex)


def trace(event):
    # ok: python.weak-random
    return {"event": event, "trace_id": str(uuid.uuid1())}


def picture(user):
    # ok: python.weak-random
    return f"https://app.example.com/pictures/{user.id}/{uuid.uuid1()}"


def one_time_password():
    # ruleid: python.weak-random
    return "%06d" % secrets.SystemRandom().randrange(1000000)


def one_time_offer(prices):
    # ok: python.weak-random
    return random.choice(prices)


class OtpService:
    def send_code(self, phone):
        # ruleid: python.weak-random
        code = secrets.SystemRandom().randint(100000, 999999)
        self.sms.send(phone, f"Your code is {code}")


def text_pin(phone):
    # ruleid: python.weak-random
    code = "".join(secrets.SystemRandom().choices("0123456789", k=6))
    gateway.send(phone, code)


class ColorService:
    def pick(self, palette):
        # ok: python.weak-random
        code = random.choice(palette)
        return code


class VerificationImage:
    def noise(self, size):
        # ok: python.weak-random
        digits = [random.randint(0, 255) for _ in range(size)]
        return bytes(digits)
