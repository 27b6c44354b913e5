import hashlib

import bcrypt


def register(user, password):
    # ruleid: python.weak-password-hash
    user.hash = hashlib.sha256(password.encode()).hexdigest()
    # ruleid: python.weak-password-hash
    user.old = hashlib.md5((salt + password).encode()).hexdigest()
    # ruleid: python.weak-password-hash
    user.older = hashlib.new("sha1", user.password.encode()).hexdigest()
    digest = hashlib.sha512()
    # ruleid: python.weak-password-hash
    digest.update(password.encode())
    # ok: python.weak-password-hash
    user.good = bcrypt.hashpw(password.encode(), bcrypt.gensalt())
    # ok: python.weak-password-hash
    user.better = hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)
    # ok: python.weak-password-hash
    user.avatar = hashlib.md5(user.email.lower().encode()).hexdigest()
    # ok: python.weak-password-hash
    user.etag = hashlib.sha256(body).hexdigest()


def set_password(self, raw):
    # ruleid: python.weak-password-hash
    self.digest = hashlib.sha256(raw.encode("utf-8")).hexdigest()


def set_cover(self, raw):
    # ok: python.weak-password-hash
    self.digest = hashlib.sha256(raw).hexdigest()


def stored(user, pw):
    # ruleid: python.weak-password-hash
    user.hash = passlib.hash.md5_crypt.hash(pw)
    # ok: python.weak-password-hash
    user.hash = passlib.hash.argon2.hash(pw)


def register(form):
    pw = form["password"]
    # ruleid: python.weak-password-hash
    digest = hashlib.sha256(pw.encode()).hexdigest()
    # ok: python.weak-password-hash
    return digest, hashlib.sha256(pwned_list.read()).hexdigest()


def hash_pin(pin):
    # ruleid: python.weak-password-hash
    return hashlib.sha512(pin.encode()).hexdigest()


def hash_pinned(pinned):
    # ok: python.weak-password-hash
    return hashlib.sha512(pinned.encode()).hexdigest()


async def is_known(password, client):
    # ok: python.weak-password-hash
    digest = hashlib.sha1(password.encode()).hexdigest().upper()
    answer = await client.get(f"https://api.pwnedpasswords.com/range/{digest[:5]}")
    return digest[5:] in answer.text
