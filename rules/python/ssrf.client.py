from urllib.parse import urlparse

import requests
from flask import Flask, request

app = Flask(__name__)
HOSTS = frozenset({"feeds.example.org", "media.example.org"})


class Client:
    def __init__(self):
        self.session = requests.Session()

    def get(self, url):
        parts = urlparse(url)
        if parts.scheme != "https" or parts.hostname not in HOSTS:
            raise ValueError(url)
        # ok: python.ssrf
        return self.session.get(url, timeout=3, allow_redirects=False)


class OpenClient:
    def __init__(self):
        self.session = requests.Session()

    def get(self, url):
        return self.session.get(url, timeout=3)


class RetryingClient:
    def __init__(self):
        self._session = requests.Session()

    def get(self, url):
        answer = self._session.request("GET", url, timeout=3)
        if answer.status_code >= 500:
            raise OSError(url)
        return answer


class SplitClient:
    def __init__(self):
        self._session = requests.Session()

    def get(self, url):
        return self._send("GET", url)

    def _send(self, method, url):
        host = urlparse(url).hostname
        if host not in HOSTS:
            raise ValueError(host)
        return self._session.request(method, url, timeout=3, allow_redirects=False)


client = Client()
http = OpenClient()


@app.get("/feed")
def feed():
    # ok: python.ssrf
    return client.get(request.args["url"]).text


@app.get("/any")
def anything():
    # ruleid: python.ssrf
    return http.get(request.args["url"]).text


@app.get("/again")
def again():
    client = RetryingClient()
    # ruleid: python.ssrf
    return client.get(request.args["url"]).text


@app.get("/split")
def split():
    client = SplitClient()
    # ok: python.ssrf
    return client.get(request.args["url"]).text


class Reader:
    def __init__(self, client: Client):
        self.client = client

    def read(self, url):
        # ok: python.ssrf
        return self.client.get(url).text


@app.get("/read")
def read():
    return Reader(Client()).read(request.args["url"])


def fetch(client):
    # ruleid: python.ssrf
    return client.get(request.args["url"]).text
