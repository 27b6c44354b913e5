import base64
import hashlib
import os
import secrets
import time
import uuid
from datetime import datetime


def new_session_id(user):
    # ruleid: python.weak-random
    return hashlib.sha256(f"{user}-{time.time()}".encode()).hexdigest()


def register(user):
    # ruleid: python.weak-random
    user.api_key = hashlib.sha1(str(datetime.now()).encode() + user.name.encode()).hexdigest()


def invite(mail):
    # ruleid: python.weak-random
    invite_code = base64.b32encode(str(time.time()).encode()).decode()
    return mail, invite_code


def make_token(user):
    # ruleid: python.weak-random
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, user + str(time.time())))


def make_key(user):
    # ok: python.weak-random
    return hashlib.sha256(user.encode() + os.urandom(16) + str(time.time()).encode()).hexdigest()


def create_token(user):
    seed = secrets.token_bytes(16)
    # ok: python.weak-random
    return hashlib.sha256(seed + str(time.time()).encode()).hexdigest()


def cache_name(page):
    # ok: python.weak-random
    return hashlib.sha256(f"{page}-{time.time()}".encode()).hexdigest()


def request_id():
    # ok: python.weak-random
    started = hashlib.md5(str(time.time()).encode(), usedforsecurity=False).hexdigest()
    return started


def make_api_token(user_id):
    raw = f"{user_id}:{int(time.time())}"
    # ruleid: python.weak-random
    return hashlib.sha256(raw.encode()).hexdigest()


def new_reset_token(user):
    stamp = str(datetime.now())
    # ruleid: python.weak-random
    return hashlib.sha512((user + stamp).encode()).hexdigest()


def make_digest_token(text):
    started = time.time()
    # ok: python.weak-random
    digest = hashlib.sha256(text.encode()).hexdigest()
    print(time.time() - started)
    return digest
