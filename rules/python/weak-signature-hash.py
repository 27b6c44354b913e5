import hashlib
import hmac

from cryptography.hazmat.primitives import hashes

# ruleid: python.weak-signature-hash
mac = hmac.new(key, body, hashlib.md5).hexdigest()
# ok: python.weak-signature-hash
still_holds = hmac.new(key, body, hashlib.sha1).hexdigest()
# ruleid: python.weak-signature-hash
other = hmac.new(key, body, digestmod="md5")
# ruleid: python.weak-signature-hash
token = hashlib.md5((str(user.id) + secret).encode()).hexdigest()
# ruleid: python.weak-signature-hash
signature = private_key.sign(data, padding, hashes.SHA1())
# ok: python.weak-signature-hash
good = hmac.new(key, body, hashlib.sha256).hexdigest()
# ok: python.weak-signature-hash
etag = hashlib.md5(file.read()).hexdigest()
# ok: python.weak-signature-hash
better = private_key.sign(data, padding, hashes.SHA256())
# ok: python.weak-signature-hash
cache_key = hashlib.sha1(url.encode()).hexdigest()
