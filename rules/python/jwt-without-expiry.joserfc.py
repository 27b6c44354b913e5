from joserfc import jwt

# ok: python.jwt-without-expiry
token = jwt.encode({"alg": "ES256"}, claims, key)
