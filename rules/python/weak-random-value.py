import random
import secrets

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from flask import Flask, make_response, session

app = Flask(__name__)


@app.get("/remember")
def remember():
    answer = make_response("ok")
    value = str(random.random())[2:]
    # ruleid: python.weak-random-value
    answer.set_cookie("remember", value, secure=True, httponly=True, samesite="Lax")
    return answer


def encrypt(key, data):
    start = bytes(random.randint(0, 255) for _ in range(16))
    # ruleid: python.weak-random-value
    return start + Cipher(algorithms.AES(key), modes.CBC(start)).encryptor().update(data)


@app.get("/begin")
def begin():
    # ruleid: python.weak-random-value
    session["challenge"] = "%06d" % int(random.random() * 1000000)
    return {}


@app.get("/safe")
def safe():
    answer = make_response("ok")
    # ok: python.weak-random-value
    answer.set_cookie("remember", secrets.token_urlsafe(), secure=True, httponly=True, samesite="Lax")
    return answer


@app.get("/system")
def system():
    # ok: python.weak-random-value
    session["challenge"] = random.SystemRandom().randint(100000, 999999)
    return {}


@app.get("/shuffle")
def shuffle():
    cards = list(range(52))
    random.shuffle(cards)
    answer = make_response({"cards": cards})
    # ok: python.weak-random-value
    answer.set_cookie("theme", "dark", secure=True, httponly=True, samesite="Lax")
    return answer


def start_invitation(mails, address):
    picked = "".join(random.choices("abcdef0123456789", k=24))
    # ruleid: python.weak-random-value
    return mails.objects.create(address=address, token=picked)


def renew(account):
    digits = [str(random.randint(0, 9)) for _ in range(6)]
    number = "".join(digits)
    # ruleid: python.weak-random-value
    account.reset_code = number
    account.save()


def as_record(name):
    text = f"{random.getrandbits(64):x}"
    # ruleid: python.weak-random-value
    return {"name": name, "session_id": text}


def chosen_color(users, name):
    color = random.choice(["red", "green"])
    # ok: python.weak-random-value
    users.create(name=name, color=color, token=secrets.token_hex(16))


def with_offset(account):
    delay = random.uniform(0, 10)
    # ok: python.weak-random-value
    account.token_delay = delay


def from_system(account):
    picked = "".join(secrets.choice("abcdef0123456789") for _ in range(24))
    random.shuffle(account.friends)
    # ok: python.weak-random-value
    account.token = picked


def one_time():
    code = "".join(str(random.randint(0, 9)) for _ in range(6))
    # ruleid: python.weak-random-value
    return {"otp_code": code}


# python.weak-random tells it where it gets its name.
def forgotten(user):
    token = "".join(random.choices(string.ascii_letters, k=24))
    # ok: python.weak-random-value
    user.reset_token = token
