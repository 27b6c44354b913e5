import requests

# ruleid: python.cleartext-credentials
requests.post("http://api.example.com/login", json={"name": name, "password": password}, timeout=5)
# ruleid: python.cleartext-credentials
requests.get("http://api.example.com/me", auth=(user, password), timeout=5)
# ruleid: python.cleartext-credentials
requests.get("http://api.example.com/me", headers={"Authorization": f"Bearer {token}"}, timeout=5)
# ok: python.cleartext-credentials
requests.post("https://api.example.com/login", json={"name": name, "password": password}, timeout=5)
# ok: python.cleartext-credentials
requests.post("http://localhost:8000/login", json={"name": name, "password": password}, timeout=5)
# ok: python.cleartext-credentials
requests.get("http://api.example.com/news", timeout=5)
