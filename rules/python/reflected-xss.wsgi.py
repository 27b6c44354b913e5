import html
import json
from urllib.parse import parse_qs


def greet(environ, start_response):
    name = parse_qs(environ["QUERY_STRING"]).get("name", ["you"])[0]
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
    # ruleid: python.reflected-xss
    return [f"<h1>Hello {name}</h1>".encode()]


def agent(environ, start_response):
    headers = [("Content-Type", "text/html")]
    start_response("200 OK", headers)
    page = "<p>" + environ.get("HTTP_USER_AGENT", "") + "</p>"
    # ruleid: python.reflected-xss
    return [bytes(page, "utf-8")]


def safe(environ, start_response):
    name = parse_qs(environ["QUERY_STRING"]).get("name", ["you"])[0]
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
    # ok: python.reflected-xss
    return [f"<h1>Hello {html.escape(name)}</h1>".encode()]


def plain(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    # ok: python.reflected-xss
    return [environ["PATH_INFO"].encode()]


def answer(status, body, kind="application/json"):
    return {"statusCode": status, "headers": {"Content-Type": kind}, "body": body}


def hello(event, context):
    who = event["queryStringParameters"]["who"]
    # ruleid: python.reflected-xss
    return answer(200, f"<b>hello {who}</b>", "text/html")


def hello_safe(event, context):
    who = event["queryStringParameters"]["who"]
    # ok: python.reflected-xss
    return answer(200, f"<b>hello {html.escape(who)}</b>", "text/html")


def hello_json(event, context):
    who = event["queryStringParameters"]["who"]
    # ok: python.reflected-xss
    return answer(200, json.dumps({"who": who}))


def html_escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def broken(environ, start_response):
    page = "<h1>%s</h1>" % html_escape(environ.get("PATH_INFO", "/"))
    start_response("500 Error", [("Content-Type", "text/html; charset=UTF-8")])
    # ok: python.reflected-xss
    return [page.encode()]


def broken_by_hand(environ, start_response):
    path = environ.get("PATH_INFO", "/").replace("&", "&amp;").replace("<", "&lt;")
    start_response("500 Error", [("Content-Type", "text/html")])
    # ok: python.reflected-xss
    return [b"<h1>" + path.encode() + b"</h1>"]


def broken_quotes(environ, start_response):
    path = environ.get("PATH_INFO", "/").replace('"', "'")
    start_response("500 Error", [("Content-Type", "text/html")])
    # ruleid: python.reflected-xss
    return [f"<h1>{path}</h1>".encode()]
