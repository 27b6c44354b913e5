import hashlib
import os

import bcrypt
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

# ruleid: python.weak-kdf-cost
first = hashlib.pbkdf2_hmac("sha256", password, salt, 1000)
# ruleid: python.weak-kdf-cost
second = PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=os.urandom(16), iterations=10_000)
# ruleid: python.weak-kdf-cost
third = bcrypt.hashpw(password, bcrypt.gensalt(12))
# ok: python.weak-kdf-cost
fourth = hashlib.pbkdf2_hmac("sha256", password, salt, 600_000)
# ok: python.weak-kdf-cost
fifth = bcrypt.hashpw(password, bcrypt.gensalt(rounds=12))
# ok: python.weak-kdf-cost
sixth = bcrypt.hashpw(password, bcrypt.gensalt())
