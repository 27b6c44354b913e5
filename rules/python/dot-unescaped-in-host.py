import re
from urllib.parse import urlsplit

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from flask import Flask, abort, redirect, request
from flask_cors import CORS

app = FastAPI()
flask_app = Flask(__name__)
PARTNERS = re.compile(r"^https://[a-z]+.partner.example.com$")
SHOPS = re.compile(r"^https://[a-z]+\.shop\.example\.com$")
EXAMPLE = re.compile(r"^(https?://)?example\.com/page.html$")

# ruleid: python.dot-unescaped-in-host
app.add_middleware(CORSMiddleware, allow_origin_regex=r"https://.*\.shop.example\.com", allow_credentials=True)
# ok: python.dot-unescaped-in-host
app.add_middleware(CORSMiddleware, allow_origin_regex=r"https://[\w.-]+\.example\.com", allow_credentials=True)
# ruleid: python.dot-unescaped-in-host
CORS(flask_app, origins=[r"https://\w+\.example\.com$", r"^https://app.example.com$"])
# ok: python.dot-unescaped-in-host
CORS(flask_app, origins="https://app.example.com")
# ruleid: python.dot-unescaped-in-host
CORS_ALLOWED_ORIGIN_REGEXES = [r"^https://\w+.example.com$"]


@flask_app.post("/partner")
def partner():
    # ruleid: python.dot-unescaped-in-host
    if not PARTNERS.match(request.headers.get("Origin", "")):
        abort(403)
    return "done"


@flask_app.post("/shop")
def shop():
    # ok: python.dot-unescaped-in-host
    if not SHOPS.match(request.headers.get("Origin", "")):
        abort(403)
    return "done"


@flask_app.get("/answer")
def answer():
    origin = request.headers.get("Origin", "")
    response = flask_app.make_response("done")
    # ruleid: python.dot-unescaped-in-host
    if re.fullmatch(r"https://(www|shop).example.com", origin):
        response.headers["Access-Control-Allow-Origin"] = origin
    return response


def is_allowed_host(url):
    # ruleid: python.dot-unescaped-in-host
    return re.match(r"^(api|app)\.my-site.example$", urlsplit(url).hostname or "") is not None


def is_trusted_address(address):
    # ok: python.dot-unescaped-in-host
    return re.fullmatch(r"https://(api|app)\.my-site\.example(/.*)?", address) is not None


def allowed_page(url):
    # ok: python.dot-unescaped-in-host
    return EXAMPLE.match(url) is not None


def video_of(url):
    # ok: python.dot-unescaped-in-host
    found = re.match(r"https?://www.example.com/watch\?v=(\w+)", url)
    return found.group(1) if found else None


def origin_of_form(origin):
    # ok: python.dot-unescaped-in-host
    return re.match(r"^https?://[a-z0-9.-]+(:\d+)?$", origin) is not None


def page_after(next_url):
    # ok: python.dot-unescaped-in-host
    found = re.match(r"^https://api.example.com/items\?page=(\d+)", next_url)
    return int(found.group(1)) if found else None


def repository_of(origin):
    # ok: python.dot-unescaped-in-host
    if re.match(r"git@git.example.com:(.*)", origin):
        return origin.split(":")[1]
    return None


def host_of_repository(origin):
    # ok: python.dot-unescaped-in-host
    if re.match(r"https://github.com/", origin):
        return "GitHub"
    return "other"


def counted(request, counts):
    # ok: python.dot-unescaped-in-host
    if re.match(r"https://www.example.com/", request.headers.get("Referer", "")):
        counts["example"] += 1
