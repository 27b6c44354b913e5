from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa

# ruleid: python.short-key
a = rsa.generate_private_key(public_exponent=65537, key_size=1024)
# ruleid: python.short-key
b = RSA.generate(1024)
# ruleid: python.short-key
c = rsa.generate_private_key(key_size=512, public_exponent=65537)
# ok: python.short-key
d = rsa.generate_private_key(public_exponent=65537, key_size=2048)
# ok: python.short-key
e = ed25519.Ed25519PrivateKey.generate()
# ok: python.short-key
f = RSA.generate(4096)


# ruleid: python.short-key
def make_key(bits=1024):
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


# ok: python.short-key
def make_long_key(bits=3072):
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)
