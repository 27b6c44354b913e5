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
