import ssl
from ssl import PROTOCOL_TLSv1

# ruleid: python.old-tls-version
context = ssl.SSLContext(ssl.PROTOCOL_TLS)
# ruleid: python.old-tls-version
old = ssl.wrap_socket(connection, ssl_version=ssl.PROTOCOL_TLS)
# ruleid: python.old-tls-version
third = ssl.SSLContext(ssl.PROTOCOL_TLS)
good = ssl.create_default_context()
# ok: python.old-tls-version
good.minimum_version = ssl.TLSVersion.TLSv1_2
# ruleid: python.old-tls-version
good.minimum_version = ssl.TLSVersion.TLSv1_2
# ok: python.old-tls-version
client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
# ok: python.old-tls-version
good.options |= ssl.OP_NO_SSLv3 | ssl.OP_NO_TLSv1
# ok: python.old-tls-version
negotiated = ssl.SSLContext(ssl.PROTOCOL_SSLv23)
# ok: python.old-tls-version
names[ssl.PROTOCOL_TLSv1] = "TLS 1.0"
