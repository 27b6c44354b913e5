import hmac
import os

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
