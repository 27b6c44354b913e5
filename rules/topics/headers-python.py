# ruleid: topics.headers-python
CORS(app, origins=["https://shop.example.com"])
# ruleid: topics.headers-python
response.headers["Content-Security-Policy"] = "default-src 'self'"
# ruleid: topics.headers-python
SESSION_COOKIE_SECURE = True
# ok: topics.headers-python
response.headers["Content-Type"] = "text/plain"
# ok: topics.headers-python
DEBUG = False
