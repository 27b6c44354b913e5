from urllib.parse import urlsplit

import httpx
from fastapi import FastAPI
from pydantic import BaseModel, field_validator

app = FastAPI()
HOSTS = frozenset({"cdn.example.com"})


class Source(BaseModel):
    url: str
    fallback: str

    @field_validator("url")
    @classmethod
    def known_host(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme != "https" or parts.hostname not in HOSTS:
            raise ValueError("the host is not known")
        return value

    @field_validator("fallback")
    @classmethod
    def stripped(cls, value: str) -> str:
        return value.strip()


@app.post("/picture")
async def picture(body: Source):
    async with httpx.AsyncClient(timeout=5) as client:
        # ok: python.ssrf
        answer = await client.get(body.url)
        # ruleid: python.ssrf
        other = await client.get(body.fallback)
    return len(answer.content) + len(other.content)


class Hook(Base):
    def __init__(self, address, backup):
        self.address = address
        self.backup = backup

    @validates("address")
    def check_address(self, key, value):
        if value not in ("https://a.example.com/", "https://b.example.com/"):
            raise ValueError("unknown")
        return value

    @validates("backup")
    def check_backup(self, key, value):
        if key != "backup":
            raise ValueError("no such field")
        return value


def call_hook(request):
    hook = Hook(request.POST["address"], request.POST["backup"])
    # ok: python.ssrf
    requests.get(hook.address, timeout=5)
    # ruleid: python.ssrf
    requests.get(hook.backup, timeout=5)


class CheckedClient:
    def get(self, url):
        if urlsplit(url).hostname not in ALLOWED:
            raise ValueError(url)
        return requests.get(url, timeout=5)


cache_client = redis.Redis()


@app.get("/cached")
def cached():
    client = redis.Redis()
    # ok: python.ssrf
    return client.get(request.args["key"])


@app.get("/checked")
def checked_fetch():
    client = CheckedClient()
    # ok: python.ssrf
    return client.get(request.args["url"]).text


@app.get("/unchecked")
def unchecked_fetch():
    client = httpx.Client()
    # ruleid: python.ssrf
    return client.get(request.args["url"]).text


class Feeds:
    @cherrypy.expose
    def fetch(self, source):
        # ruleid: python.ssrf
        return requests.get(f"http://{source}/feed", timeout=5).text

    @cherrypy.expose
    def known(self, source):
        # ok: python.ssrf
        return requests.get(FEEDS[source], timeout=5).text

    def helper(self, source):
        # ok: python.ssrf
        return requests.get(f"http://{source}/feed", timeout=5).text


@app.get("/made")
def made():
    client = make_client(timeout=5)
    # ruleid: python.ssrf
    return client.get(request.args["url"]).text


@app.get("/retried")
def retried():
    session = with_retries()
    # ruleid: python.ssrf
    return session.get(request.args["url"]).text


@app.get("/remembered-pages")
def remembered_pages():
    session = CacheControl(requests.Session())
    # ruleid: python.ssrf
    return session.get(request.args["url"]).text


@app.get("/bucket")
def bucket():
    client = make_s3_client()
    # ok: python.ssrf
    return client.get(request.args["key"])


@app.get("/repository")
def repository():
    client = ForgeClient(token())
    # ok: python.ssrf
    return client.get(request.args["repository"])


@app.get("/kept")
def kept():
    session = get_redis()
    # ok: python.ssrf
    return session.get(request.args["key"])


@app.get("/guarded")
def guarded():
    client = safe_http_client()
    # ok: python.ssrf
    return client.get(request.args["url"]).text
