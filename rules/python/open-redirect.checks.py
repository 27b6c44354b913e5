from urllib.parse import urljoin, urlparse, urlsplit

from flask import Flask, redirect, request

app = Flask(__name__)
PARTNERS = {"shop.example.com", "www.example.com"}


def same_site(url):
    here = urlparse(request.host_url)
    there = urlparse(urljoin(request.host_url, url))
    return there.scheme in ("http", "https") and here.netloc == there.netloc


def of_partner(url):
    parts = urlsplit(url)
    if parts.hostname not in PARTNERS:
        return False
    return True


def named_somewhere(url):
    return url.startswith("/") or "example.com" in url


def of_site(url):
    return url.startswith("https://www.example.com")


@app.get("/a")
def a():
    target = request.args["next"]
    if not same_site(target):
        target = "/"
    # ok: python.open-redirect
    return redirect(target)


@app.get("/b")
def b():
    target = request.args["next"]
    if of_partner(target):
        # ok: python.open-redirect
        return redirect(target)
    return redirect("/")


@app.get("/c")
def c():
    target = request.args["next"]
    parts = urlsplit(target)
    if parts.netloc and parts.netloc != request.host:
        return redirect("/")
    # ok: python.open-redirect
    return redirect(target)


@app.get("/d")
def d():
    target = request.args["next"]
    if named_somewhere(target):
        # ruleid: python.open-redirect
        return redirect(target)
    return redirect("/")


@app.get("/e")
def e():
    target = request.args["next"]
    if of_site(target):
        # ruleid: python.open-redirect
        return redirect(target)
    return redirect("/")


@app.get("/f")
def f():
    target = request.args["next"]
    other = request.args["other"]
    if same_site(other):
        # ruleid: python.open-redirect
        return redirect(target)
    return redirect("/")


async def back(request):
    # ruleid: python.open-redirect
    raise aiohttp.web.HTTPFound(location=request.query["back"])


async def back_by_name(request):
    # ok: python.open-redirect
    raise aiohttp.web.HTTPFound(location=PAGES.get(request.query.get("back", "home"), "/"))


@app.get("/away")
def away():
    # ruleid: python.open-redirect
    return "", 302, {"Location": request.args["to"]}


@app.get("/out")
def out():
    target = request.args.get("to", "/")
    if urllib.parse.urlparse(target).netloc.endswith("example.com"):
        # ruleid: python.open-redirect
        return redirect(target)
    return redirect("/")


@app.get("/out-of-parts")
def out_of_parts():
    target = request.args.get("to", "/")
    parts = urllib.parse.urlparse(target)
    if "example.com" in parts.netloc:
        # ruleid: python.open-redirect
        return redirect(target)
    return redirect("/")


@app.get("/out-well")
def out_well():
    target = request.args.get("to", "/")
    if urllib.parse.urlparse(target).netloc in ("example.com", "www.example.com"):
        # ok: python.open-redirect
        return redirect(target)
    return redirect("/")


@app.get("/out-below")
def out_below():
    target = request.args.get("to", "/")
    if urllib.parse.urlparse(target).netloc.endswith(".example.com"):
        # ok: python.open-redirect
        return redirect(target)
    return redirect("/")


@app.post("/continue")
def proceed():
    if (target := request.form.get("return_to")) in ("/home", "/account"):
        # ok: python.open-redirect
        return redirect(target)
    if other := request.form.get("other"):
        # ruleid: python.open-redirect
        return redirect(other)
    # ruleid: python.open-redirect
    return redirect(target)


@app.get("/leave")
def leave():
    target = request.args["to"]
    if not target.startswith("/") or target.startswith("//") or "\\" in target:
        return abort(400)
    # ok: python.open-redirect
    return redirect("https://www.example.com" + target)


@app.get("/leave-path")
def leave_path():
    target = request.args["to"]
    if not target.startswith("/"):
        return abort(400)
    # ok: python.open-redirect
    return redirect(f"https://www.example.com{target}")


@app.get("/leave-anywhere")
def leave_anywhere():
    target = request.args["to"]
    # ruleid: python.open-redirect
    return redirect("https://www.example.com" + target)


@app.get("/leave-slashes")
def leave_slashes():
    target = request.args["to"]
    if not target.startswith("/"):
        return abort(400)
    # ruleid: python.open-redirect
    return redirect(target)


def wsgi(environ, start_response):
    target = urllib.parse.parse_qs(environ["QUERY_STRING"])["to"][0]
    # ruleid: python.open-redirect
    start_response("302 Found", [("Location", target)])
    return [b""]


def wsgi_home(environ, start_response):
    # ok: python.open-redirect
    start_response("302 Found", [("Location", "/home")])
    return [environ["PATH_INFO"].encode()]
