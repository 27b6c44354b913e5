import jwt

# ruleid: python.jwt-any-algorithm
first = jwt.decode(token, key)
# ruleid: python.jwt-any-algorithm
second = jwt.decode(token, key, algorithms=["HS256", "RS256"])
# ruleid: python.jwt-any-algorithm
third = jwt.decode(token, key, algorithms=[jwt.get_unverified_header(token)["alg"]])
# ok: python.jwt-any-algorithm
fourth = jwt.decode(token, key, algorithms=["RS256"])
# ok: python.jwt-any-algorithm
fifth = jwt.decode(token, key, algorithms=["RS256", "ES256"], audience="shop")
# ok: python.jwt-any-algorithm
sixth = jwt.encode({"sub": 1}, key, algorithm="HS256")
