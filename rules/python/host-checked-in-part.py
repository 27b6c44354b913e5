from urllib.parse import urlparse, urlsplit
from flask import redirect


def is_own_url(url):
    # ruleid: python.host-checked-in-part
    return "example.org" in urlparse(url).netloc


def allowed(url):
    host = urlsplit(url).hostname or ""
    # ruleid: python.host-checked-in-part
    return host.endswith("example.org")


def check_origin(origin):
    # ruleid: python.host-checked-in-part
    if origin.startswith("https://app.example.org"):
        return True
    # ruleid: python.host-checked-in-part
    return origin.find("example.org") != -1


def leave(url):
    # ruleid: python.host-checked-in-part
    if url.startswith("https://example.org"):
        return redirect(url)
    return redirect("/")


def is_trusted_host(host):
    # ok: python.host-checked-in-part
    return host == "example.org" or host.endswith(".example.org")


def is_allowed_url(url):
    # ok: python.host-checked-in-part
    return url.startswith("https://example.org/")


def is_safe_text(text):
    # ok: python.host-checked-in-part
    return "example.org" in text


def pick_reader(url):
    # ok: python.host-checked-in-part
    if "github.com" in url:
        return "git"
    return "plain"


def is_trusted_file(url):
    # ok: python.host-checked-in-part
    return url.endswith(".py")


def allowed_hosts(url):
    # ok: python.host-checked-in-part
    return urlsplit(url).hostname in ("example.org", "www.example.org")


def own_picture(url):
    host = urlsplit(url).hostname or ""
    # ruleid: python.host-checked-in-part
    if not host.endswith("pictures.example"):
        raise ValueError("host is not ours")
    return requests.get(url, timeout=10).content


def own_dotted(url):
    host = urlsplit(url).hostname or ""
    # ok: python.host-checked-in-part
    if not host.endswith(".pictures.example"):
        raise ValueError("host is not ours")
    return url


def setup_file(name):
    # ok: python.host-checked-in-part
    if not name.endswith("setup.py"):
        raise ValueError(name)
    return name


def feed(url):
    # ok: python.host-checked-in-part
    if not url.endswith("feed.xml"):
        raise ValueError(url)
    return url
