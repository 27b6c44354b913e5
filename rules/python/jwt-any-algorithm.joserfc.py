from joserfc import jwt

# ok: python.jwt-any-algorithm
claims = jwt.decode(token, key)
