import ssl
import urllib.request


def read(url):
    context = ssl.create_default_context()
    with urllib.request.urlopen(url, context=context, timeout=5) as answer:
        return answer.read().decode()
