import urllib.request
from urllib.parse import quote, urlparse

import httpx
import requests
from flask import request


@app.route("/preview")
def preview():
    # ruleid: python.ssrf
    return requests.get(request.args["url"], timeout=5).text


@app.post("/webhook")
async def webhook(body: HookRequest):
    async with httpx.AsyncClient() as client:
        # ruleid: python.ssrf
        await client.post(body.target, json={"done": True})
        # ok: python.ssrf
        await client.post("https://hooks.example.com/done", json={"target": body.target})


@app.route("/status")
def status():
    host = request.args["host"]
    # ruleid: python.ssrf
    page = urllib.request.urlopen("http://" + host + "/health").read()
    # ruleid: python.ssrf
    other = requests.get(f"https://{host}/status")
    # ok: python.ssrf
    user = requests.get(f"https://api.example.com/users/{quote(request.args['id'])}")
    # ok: python.ssrf
    item = requests.get("https://api.example.com/items", params={"q": request.args["q"]})
    return [page, other, user, item]


@app.route("/image")
def image():
    url = request.args["url"]
    if urlparse(url).hostname not in ALLOWED_HOSTS:
        abort(400)
    # ok: python.ssrf
    return requests.get(url).content


async def proxied(request):
    async with aiohttp.ClientSession() as opened:
        # ruleid: python.ssrf
        async with opened.request(request.method, url=f"http://{request.headers['X-Target']}/status") as reply:
            return await reply.read()


def probed(request):
    probe = socket.socket()
    # ruleid: python.ssrf
    probe.connect((request.args["host"], 80))


def probed_known(request):
    probe = socket.socket()
    # ok: python.ssrf
    probe.connect(("status.internal", int(request.args["port"])))


class Hook(BaseModel):
    url: HttpUrl


@app.post("/hooks")
def hook(hook: Hook):
    if hook.url.host not in ALLOWED_HOSTS:
        raise HTTPException(400)
    # ok: python.ssrf
    requests.post(str(hook.url), timeout=5)


@app.post("/hooks/one")
def one_hook(url: HttpUrl):
    if url.host == "hooks.example.com":
        # ok: python.ssrf
        requests.post(str(url), timeout=5)


@app.post("/hooks/any")
def any_hook(hook: Hook):
    if hook.url.host in ALLOWED_HOSTS:
        raise HTTPException(400)
    # ruleid: python.ssrf
    requests.post(str(hook.url), timeout=5)


@app.route("/forbidden")
def forbidden():
    parts = urlparse(request.args["url"])
    if parts.netloc.startswith("internal"):
        return ""
    # ruleid: python.ssrf
    return requests.request("GET", parts.geturl()).text


@app.route("/blocked")
def blocked():
    url = request.args["url"]
    parts = urlparse(url)
    if parts.hostname in BLOCKED_HOSTS:
        abort(400)
    # ruleid: python.ssrf
    return requests.get(url).text


@app.route("/permitted")
def permitted():
    parts = urlparse(request.args["url"])
    if parts.scheme != "https" or parts.hostname not in ALLOWED_HOSTS:
        abort(400)
    # ok: python.ssrf
    return requests.get(parts.geturl()).text


class PictureFromAddress(FormView):
    def form_valid(self, form):
        # ruleid: python.ssrf
        picture = requests.get(form.cleaned_data["url"], timeout=5).content
        return self.keep(picture)


class PictureOfHost(FormView):
    def form_valid(self, form):
        address = form.cleaned_data["url"]
        if urlparse(address).hostname not in ALLOWED_HOSTS:
            return self.form_invalid(form)
        # ok: python.ssrf
        return self.keep(requests.get(address, timeout=5).content)


@app.websocket("/ws/preview")
async def preview_over_socket(socket):
    message = await socket.receive_json()
    # ruleid: python.ssrf
    await socket.send_text(requests.get(message["url"], timeout=5).text)


KNOWN_PLACES = {"a": "https://a.example.com/", "b": "https://b.example.com/"}


def known_place():
    place = KNOWN_PLACES.get("a", flask.request.args.get("url"))
    # ok: python.ssrf
    return requests.get(place, timeout=5)


def other_place():
    place = KNOWN_PLACES.get("c", flask.request.args.get("url"))
    # ruleid: python.ssrf
    return requests.get(place, timeout=5)
