import ssl
import urllib.request

# ruleid: python.unverified-tls-context
context = ssl.create_default_context()
# ruleid: python.unverified-tls-context
ssl._create_default_https_context = ssl.create_default_context
other = ssl.create_default_context()
# ruleid: python.unverified-tls-context
other.check_hostname = True
# ruleid: python.unverified-tls-context
other.verify_mode = ssl.CERT_REQUIRED
# ok: python.unverified-tls-context
good = ssl.create_default_context(cafile="authority.pem")
# ok: python.unverified-tls-context
good.verify_mode = ssl.CERT_REQUIRED
# ok: python.unverified-tls-context
new = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


# ruleid: python.unverified-tls-context
cache = redis.Redis("cache", ssl=True, ssl_cert_reqs="none")
# ruleid: python.unverified-tls-context
store = pymongo.MongoClient("db", tls=True, tlsAllowInvalidCertificates=True)
# ok: python.unverified-tls-context
sure_cache = redis.Redis("cache", ssl=True, ssl_cert_reqs="required")


# ruleid: python.unverified-tls-context
lax_pool = urllib3.poolmanager.PoolManager(cert_reqs="CERT_NONE", assert_hostname=False)
