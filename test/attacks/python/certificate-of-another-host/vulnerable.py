import ssl
import urllib.request


def read(url):
    context = ssl.create_default_context()
    context.check_hostname = False
    with urllib.request.urlopen(url, context=context, timeout=5) as answer:
        return answer.read().decode()
