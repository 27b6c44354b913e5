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

BASE = "http://payments.example.net/api"
SAFE = "https://payments.example.net/api"
# ruleid: python.cleartext-credentials
requests.post(BASE + "/login", json={"password": password}, timeout=5)
# ok: python.cleartext-credentials
requests.post(SAFE + "/login", json={"password": password}, timeout=5)


class Gateway:
    def __init__(self):
        self.session = requests.Session()

    def charge(self, card_number, cvc, amount):
        # ruleid: python.cleartext-credentials
        return self.session.post(BASE + "/charge", json={"card": card_number, "cvc": cvc, "amount": amount}, timeout=10)

    def count(self, amount):
        # ok: python.cleartext-credentials
        return self.session.post(BASE + "/count", json={"amount": amount}, timeout=10)

    def check(self, token):
        # ruleid: python.cleartext-credentials
        return self.session.get(f"{BASE}/check", headers={"Authorization": token})


SERVICE = {"url": "http://billing.example.com/charge", "safe": "https://billing.example.com/charge"}


def charge(token):
    # ruleid: python.cleartext-credentials
    requests.post(SERVICE["url"], headers={"Authorization": "Bearer " + token}, timeout=5)
    # ok: python.cleartext-credentials
    requests.post(SERVICE["safe"], headers={"Authorization": "Bearer " + token}, timeout=5)
