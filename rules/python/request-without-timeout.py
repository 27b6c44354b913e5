import requests

# ruleid: python.request-without-timeout
requests.get("https://example.org")
# ruleid: python.request-without-timeout
requests.post("https://example.org", json={"a": 1})
# ruleid: python.request-without-timeout
requests.request("GET", "https://example.org", headers=headers)
# ok: python.request-without-timeout
requests.get("https://example.org", timeout=10)
# ok: python.request-without-timeout
requests.post("https://example.org", **options)
# ok: python.request-without-timeout
session.get("https://example.org")
# ruleid: python.request-without-timeout
requests.get("https://example.org", timeout=None)
# ok: python.request-without-timeout
requests.get("https://example.org", timeout=(3, 30))
