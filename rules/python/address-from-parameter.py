from urllib.parse import urlparse
from urllib.request import urlopen

import httpx
import requests

ALLOWED = {"api.example.com"}


def fetch(url):
    # ruleid: python.address-from-parameter
    return requests.get(url, timeout=5).text


def preview(image_url):
    # ruleid: python.address-from-parameter
    return urlopen(image_url).read()


def call(host):
    # ruleid: python.address-from-parameter
    return httpx.get(f"http://{host}/status").json()


def guarded(url):
    if urlparse(url).hostname not in ALLOWED:
        raise ValueError("host")
    # ok: python.address-from-parameter
    return requests.get(url, timeout=5).text


def own(name):
    # ok: python.address-from-parameter
    return requests.get("https://api.example.com/users/" + name, timeout=5)


def fixed(url):
    # ok: python.address-from-parameter
    return requests.get("https://api.example.com/health", timeout=5)


def title(url):
    parts = urlparse(url)
    if parts.scheme not in ("http", "https"):
        raise ValueError("scheme")
    # ruleid: python.address-from-parameter
    return requests.get(url, timeout=5).text


def title_of_ours(url):
    parts = urlparse(url)
    if parts.scheme not in ("http", "https") or parts.hostname not in ALLOWED:
        raise ValueError("address")
    # ok: python.address-from-parameter
    return requests.get(url, timeout=5).text


def update(url):
    if not url.startswith("https://updates.example.com/"):
        raise ValueError("address")
    # ok: python.address-from-parameter
    return requests.get(url, timeout=5).content
