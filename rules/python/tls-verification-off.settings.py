import httpx
import requests

CHECKED = False
VERIFIED = True


def named(url):
    # ruleid: python.tls-verification-off
    return requests.get(url, verify=CHECKED, timeout=5)


def named_on(url):
    # ok: python.tls-verification-off
    return requests.get(url, verify=VERIFIED, timeout=5)


def together(url):
    # ruleid: python.tls-verification-off
    options = {"verify": False, "timeout": 5}
    return requests.get(url, **options)


def together_on(url):
    # ok: python.tls-verification-off
    options = {"verify": True, "timeout": 5}
    return requests.get(url, **options)


def called(url):
    # ruleid: python.tls-verification-off
    options = dict(verify=False, timeout=5)
    with httpx.stream("GET", url, **options) as answer:
        return answer.read()


def for_something_else(store, url):
    # ok: python.tls-verification-off
    options = {"verify": False}
    store.put(url, **options)
