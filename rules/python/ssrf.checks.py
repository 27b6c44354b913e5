import aiohttp
from aiohttp import web
import re
from urllib.parse import urlparse, urlsplit

import requests
from flask import Flask, abort, request

app = Flask(__name__)
HOSTS = {"api.example.com", "cdn.example.com"}
BEGINS = re.compile(r"https://([a-z]+\.)*example\.com")
WHOLE = re.compile(r"https://([a-z]+\.)*example\.com/[\w/-]*")


def known(url):
    parts = urlsplit(url)
    return parts.scheme == "https" and parts.hostname in HOSTS


def begins(url):
    return url.startswith("https://api.example.com")


@app.get("/a")
def a():
    url = request.args["url"]
    if not known(url):
        abort(400)
    # ok: python.ssrf
    return requests.get(url, timeout=5).text


@app.get("/b")
def b():
    url = request.args["url"]
    host = urlparse(url).hostname
    if host not in HOSTS:
        abort(400)
    # ok: python.ssrf
    return requests.get(url, timeout=5).text


@app.get("/c")
def c():
    url = request.args["url"]
    if not WHOLE.fullmatch(url):
        abort(400)
    # ok: python.ssrf
    return requests.get(url, timeout=5).text


@app.get("/d")
def d():
    url = request.args["url"]
    if not BEGINS.match(url):
        abort(400)
    # ruleid: python.ssrf
    return requests.get(url, timeout=5).text


@app.get("/e")
def e():
    url = request.args["url"]
    if not begins(url):
        abort(400)
    # ruleid: python.ssrf
    return requests.get(url, timeout=5).text


@app.get("/f")
def f():
    url = request.args["url"]
    if re.search(r"example\.com", url) is None:
        abort(400)
    # ruleid: python.ssrf
    return requests.get(url, timeout=5).text


@app.get("/g")
def g():
    url = request.args["url"]
    if any(host in url for host in HOSTS):
        # ruleid: python.ssrf
        return requests.get(url, timeout=5).text
    abort(400)


@app.get("/h")
def h():
    url = request.args["url"]
    if not urlparse(url).hostname.endswith("example.com"):
        abort(400)
    # ruleid: python.ssrf
    return requests.get(url, timeout=5).text


@app.get("/i")
def i():
    url = request.args["url"]
    if not (urlparse(url).hostname or "").endswith(".example.com"):
        abort(400)
    # ok: python.ssrf
    return requests.get(url, timeout=5).text


def fetch(event):
    url = event["queryStringParameters"]["url"]
    if not url.startswith("https://api.example.com"):
        return {"statusCode": 400}
    # ruleid: python.ssrf
    return {"statusCode": 200, "body": requests.get(url, timeout=5).text}


def fetch_path(event):
    url = event.get("queryStringParameters", {}).get("url", "")
    if not url.startswith("https://api.example.com/"):
        return {"statusCode": 400}
    # ok: python.ssrf
    return {"statusCode": 200, "body": requests.get(url, timeout=5).text}


def on_click(event):
    # ok: python.ssrf
    return requests.get(event["target"], timeout=5)


@app.post("/read-twice")
def read_twice():
    host = urlparse(request.json["url"]).hostname
    if host not in ALLOWED:
        abort(400)
    # ok: python.ssrf
    return requests.get(request.json["url"], timeout=5).text


@app.post("/parts-read-twice")
def parts_read_twice():
    parts = urlparse(request.json.get("url"))
    if parts.hostname not in ALLOWED:
        abort(400)
    # ok: python.ssrf
    return requests.get(request.json.get("url"), timeout=5).text


@app.post("/another-read")
def another_read():
    host = urlparse(request.json["url"]).hostname
    if host not in ALLOWED:
        abort(400)
    # ruleid: python.ssrf
    return requests.get(request.json["callback"], timeout=5).text


@app.route("/same-host")
def same_host():
    url = request.args["url"]
    if url.startswith("https://") and urlparse(url).hostname == "api.example.com":
        # ok: python.ssrf
        return requests.get(url, timeout=5).text
    # ruleid: python.ssrf
    return requests.get(url, timeout=5).text


@app.route("/within-host")
def within_host():
    url = request.args["url"]
    if "api.example.com" in urlparse(url).path:
        # ruleid: python.ssrf
        return requests.get(url, timeout=5).text
    return ""


async def forward(request: web.Request):
    base = request.query["base"]
    async with aiohttp.ClientSession() as session:
        # ruleid: python.ssrf
        async with session.request(request.method, f"{base}/status") as answer:
            return web.Response(text=await answer.text())


async def forward_own(request: web.Request):
    page = request.query["page"]
    async with aiohttp.ClientSession() as session:
        # ok: python.ssrf
        async with session.request(request.method, "https://api.example.com/status", params={"page": page}) as answer:
            return web.Response(text=await answer.text())
