import hmac
import os

from multiprocessing.managers import BaseManager

import jwt
import psycopg
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

# ruleid: python.hardcoded-secret-argument
token = jwt.encode({"id": user.id}, "supersecret", algorithm="HS256")
# ruleid: python.hardcoded-secret-argument
payload = jwt.decode(token, "your-256-bit-secret", algorithms=["HS256"])
# ok: python.hardcoded-secret-argument
good = jwt.encode({"id": user.id}, os.environ["JWT_SECRET"], algorithm="HS256")
# ruleid: python.hardcoded-secret-argument
app.secret_key = "dev"
# ok: python.hardcoded-secret-argument
app.secret_key = os.environ["SECRET_KEY"]
# ruleid: python.hardcoded-secret-argument
mac = hmac.new(b"webhook-key", body, "sha256").hexdigest()
# ok: python.hardcoded-secret-argument
safe_mac = hmac.new(key, body, "sha256").hexdigest()
# ruleid: python.hardcoded-secret-argument
connection = psycopg.connect(host="localhost", user="postgres", password="postgres")
# ok: python.hardcoded-secret-argument
other = psycopg.connect(host="localhost", user="app", password=settings.password)
SECRET = "shhhhh"
# ruleid: python.hardcoded-secret-argument
constant = jwt.encode({"id": 1}, SECRET, algorithm="HS256")
AES_KEY = b"sixteen byte key"
# ruleid: python.hardcoded-secret-argument
cipher = AESGCM(AES_KEY)
# ok: python.hardcoded-secret-argument
other_cipher = AESGCM(os.urandom(16))

# ruleid: python.hardcoded-secret-argument
app.config.update(SECRET_KEY=os.environ.get("SECRET_KEY", "dev-secret-key"))
# ruleid: python.hardcoded-secret-argument
app.secret_key = os.getenv("SECRET_KEY") or "my-shop-secret"
# ruleid: python.hardcoded-secret-argument
SECRET_KEY = os.getenv("SECRET_KEY", "change-me")


class Config:
    # ruleid: python.hardcoded-secret-argument
    JWT_SECRET_KEY = os.environ.get("JWT_SECRET_KEY") or "you-will-never-guess"
    # ok: python.hardcoded-secret-argument
    SECRET_KEY = os.environ.get("SECRET_KEY") or secrets.token_hex(32)


# ok: python.hardcoded-secret-argument
app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY", "")
# ok: python.hardcoded-secret-argument
app.config["SESSION_COOKIE_NAME"] = os.environ.get("COOKIE", "session-of-shop")


# ruleid: python.hardcoded-secret-argument
signed = Middleware(SessionMiddleware, secret_key="change-me-please")
# ok: python.hardcoded-secret-argument
signed_well = Middleware(SessionMiddleware, secret_key=os.environ["SESSION_KEY"])


def jobs():
    # ruleid: python.hardcoded-secret-argument
    return BaseManager(address=("127.0.0.1", 50000), authkey=b"changeme")


def jobs_well():
    # ok: python.hardcoded-secret-argument
    return BaseManager(address=("127.0.0.1", 50000), authkey=os.environ["JOBS_KEY"].encode())


def token_for(user):
    # ruleid: python.hardcoded-secret-argument
    return jwt.encode({"sub": user}, os.environ.get("JWT_KEY", "changeme"), algorithm="HS256")


def token_for_well(user):
    # ok: python.hardcoded-secret-argument
    return jwt.encode({"sub": user}, os.environ["JWT_KEY"], algorithm="HS256")


# ruleid: python.hardcoded-secret-argument
JWT_KEY = os.getenv("JWT_KEY", "dev-jwt-key")
# ok: python.hardcoded-secret-argument
SESSION_KEY = os.getenv("SESSION_KEY", "user_id")
# ok: python.hardcoded-secret-argument
JWT_ALGORITHM = os.getenv("JWT_ALGORITHM", "HS256")


# ruleid: python.hardcoded-secret-argument
SIGNING = os.environ.get("JWT_SECRET", "dev-secret-please-change")
# ok: python.hardcoded-secret-argument
SIGNING = os.environ["JWT_SECRET"]
# ok: python.hardcoded-secret-argument
SECRET_NAME = os.environ.get("SECRET_NAME", "prod/signing")


class Settings(BaseSettings):
    # ruleid: python.hardcoded-secret-argument
    secret_key: str = "super-secret-key-change-in-production"
    # ok: python.hardcoded-secret-argument
    jwt_secret: str
    # ok: python.hardcoded-secret-argument
    secret_key_name: str = "prod/signing"


def directory(server, password):
    # ruleid: python.hardcoded-secret-argument
    first = ldap3.Connection(server, "cn=reader,dc=x", "reader-Pw-77", auto_bind=True)
    # ok: python.hardcoded-secret-argument
    return first, ldap3.Connection(server, "cn=reader,dc=x", password, auto_bind=True)
