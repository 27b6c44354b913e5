import hmac

from Crypto.Cipher import AES, ChaCha20_Poly1305
from Cryptodome.Cipher import AES as Aes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def opened(key, blob):
    nonce, body = blob[:12], blob[12:-16]
    cipher = AES.new(key, AES.MODE_GCM, nonce=nonce)
    # ruleid: python.decrypted-unverified
    return cipher.decrypt(body)


def opened_at_once(key, nonce, body):
    # ruleid: python.decrypted-unverified
    return Aes.new(key, Aes.MODE_EAX, nonce=nonce).decrypt(body).decode()


def opened_with_head(key, nonce, head, body):
    box = AES.new(key, mode=AES.MODE_CCM, nonce=nonce)
    box.update(head)
    # ruleid: python.decrypted-unverified
    text = box.decrypt(body)
    return text


def opened_stream(key, nonce, body):
    cipher = ChaCha20_Poly1305.new(key=key, nonce=nonce)
    # ruleid: python.decrypted-unverified
    return cipher.decrypt(body)


def opened_by_cryptography(key, iv, body):
    decryptor = Cipher(algorithms.AES(key), modes.GCM(iv)).decryptor()
    # ruleid: python.decrypted-unverified
    return decryptor.update(body)


def opened_in_one_line(key, iv, tag, body):
    # ruleid: python.decrypted-unverified
    return Cipher(algorithms.AES(key), modes.GCM(iv, tag)).decryptor().update(body)


def verified(key, nonce, body, tag):
    cipher = AES.new(key, AES.MODE_GCM, nonce=nonce)
    # ok: python.decrypted-unverified
    text = cipher.decrypt(body)
    cipher.verify(tag)
    return text


def verified_at_once(key, nonce, body, tag):
    # ok: python.decrypted-unverified
    return AES.new(key, AES.MODE_GCM, nonce=nonce).decrypt_and_verify(body, tag)


def verified_in_pieces(key, nonce, pieces, tag, out):
    cipher = AES.new(key, AES.MODE_GCM, nonce=nonce)
    for piece in pieces:
        # ok: python.decrypted-unverified
        out.write(cipher.decrypt(piece))
    try:
        cipher.verify(tag)
    except ValueError:
        out.truncate(0)
        raise


def verified_elsewhere(key, nonce, body, tag, finish):
    cipher = AES.new(key, AES.MODE_EAX, nonce=nonce)
    # ok: python.decrypted-unverified
    text = cipher.decrypt(body)
    finish(cipher, tag)
    return text


def without_tag(key, nonce, body):
    cipher = AES.new(key, AES.MODE_CTR, nonce=nonce)
    # ok: python.decrypted-unverified
    return cipher.decrypt(body)


def verified_by_cryptography(key, iv, tag, body):
    decryptor = Cipher(algorithms.AES(key), modes.GCM(iv, tag)).decryptor()
    # ok: python.decrypted-unverified
    return decryptor.update(body) + decryptor.finalize()


def verified_first(key, mac_key, nonce, body, mac):
    if not hmac.compare_digest(hmac.digest(mac_key, nonce + body, "sha256"), mac):
        raise ValueError("changed")
    # ok: python.decrypted-unverified
    return AES.new(key, AES.MODE_GCM, nonce).decrypt(body)


class Reader:
    def __init__(self, key, nonce):
        self.cipher = AES.new(key, AES.MODE_GCM, nonce=nonce)

    def read(self, piece):
        # ok: python.decrypted-unverified
        return self.cipher.decrypt(piece)

    def close(self, tag):
        self.cipher.verify(tag)

    def again(self, key, nonce, piece):
        self.cipher = cipher = AES.new(key, AES.MODE_GCM, nonce=nonce)
        # ok: python.decrypted-unverified
        return cipher.decrypt(piece)


def kept_for_later(key, nonce, head, sessions, name):
    cipher = AES.new(key, AES.MODE_GCM, nonce=nonce)
    # ok: python.decrypted-unverified
    text = cipher.decrypt(head)
    sessions[name] = cipher
    return text


def given_back(key, nonce, head):
    cipher = AES.new(key, AES.MODE_GCM, nonce=nonce)
    # ok: python.decrypted-unverified
    return {"head": cipher.decrypt(head), "cipher": cipher}


def verified_around(key, iv, tag, pieces):
    decryptor = Cipher(algorithms.AES(key), modes.GCM(iv, tag)).decryptor()

    def step(piece):
        # ok: python.decrypted-unverified
        return decryptor.update(piece)

    text = b"".join(step(piece) for piece in pieces)
    decryptor.finalize()
    return text


def signed(key, blob, seal):
    require_signature(blob, seal)
    # ok: python.decrypted-unverified
    return AES.new(key, AES.MODE_GCM, nonce=blob[:12]).decrypt(blob[12:])
