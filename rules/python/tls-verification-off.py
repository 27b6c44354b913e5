import aiohttp
import httpx
import requests

# ruleid: python.tls-verification-off
a = requests.get("https://api.example.com", verify=False)
# ruleid: python.tls-verification-off
client = httpx.Client(verify=False)
session = requests.Session()
# ruleid: python.tls-verification-off
session.verify = False
# ruleid: python.tls-verification-off
b = session.post("https://api.example.com", json={}, verify=False, timeout=5)
# ok: python.tls-verification-off
c = requests.get("https://api.example.com")
# ok: python.tls-verification-off
d = requests.get("https://api.example.com", verify="authority.pem")
# ok: python.tls-verification-off
e = jwt.decode(token, key, verify=False)
# ok: python.tls-verification-off
f = requests.get("https://api.example.com", allow_redirects=False)


# ruleid: python.tls-verification-off
search = elasticsearch.Elasticsearch("https://search:9200", verify_certs=False)
# ok: python.tls-verification-off
sure_search = elasticsearch.Elasticsearch("https://search:9200", verify_certs=True)
