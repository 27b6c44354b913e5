import hashlib
import hmac

from Crypto.Hash import MD5


def sign(data):
    # ruleid: python.weak-hash
    return hashlib.md5(data).hexdigest()


def identify(person):
    # ruleid: python.weak-hash
    return hashlib.new("sha1", person).hexdigest()


def other(data):
    # ruleid: python.weak-hash
    return MD5.new(data).hexdigest()


def file_checksum(data):
    # ok: python.weak-hash
    return hashlib.md5(data).hexdigest()


def plain(data):
    # ok: python.weak-hash
    return hashlib.md5(data, usedforsecurity=False).hexdigest()


def strong(data):
    # ok: python.weak-hash
    return hashlib.sha256(data).hexdigest()


# ok: python.weak-hash
cache_key = hashlib.md5(b"page").hexdigest()
# ruleid: python.weak-hash
mac = hmac.new(key, body, hashlib.sha1).hexdigest()
# ok: python.weak-hash
good_mac = hmac.new(key, body, hashlib.sha256).hexdigest()


NAMES = {"quick": "md5", "sure": "sha256"}


def from_table(data):
    # ruleid: python.weak-hash
    one = hashlib.new(NAMES["quick"], data)
    # ok: python.weak-hash
    return one, hashlib.new(NAMES["sure"], data)


def git_blob_id(data):
    # ok: python.weak-hash
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()


def by_table(text):
    chosen = {"weak": "md5", "strong": "sha512"}["weak"]
    # ruleid: python.weak-hash
    return hashlib.new(chosen, text)


def by_table_strong(text):
    chosen = {"weak": "md5", "strong": "sha512"}["strong"]
    # ok: python.weak-hash
    return hashlib.new(chosen, text)


def one_time_password(key, counter):
    # ok: python.weak-hash
    return hmac.new(key, struct.pack(">Q", counter), hashlib.sha1).digest()
