import ssl
import urllib.request


def read(url):
    context = ssl._create_unverified_context()
    with urllib.request.urlopen(url, context=context, timeout=5) as answer:
        return answer.read().decode()
