from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, quote, urlparse


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        query = parse_qs(urlparse(self.path).query)
        self.send_response(302)
        # ruleid: python.header-injection
        self.send_header("X-Name", " ".join(str(query["name"][0]).splitlines()))
        # ok: python.header-injection
        self.send_header("X-Name", quote(query["name"][0]))
        # ok: python.header-injection
        self.send_header("Content-Type", "text/html")
        self.end_headers()


def application(environ, start_response):
    name = environ.get("QUERY_STRING", "")
    # ruleid: python.header-injection
    start_response("200 OK", [("X-Name", " ".join(str(name).splitlines()))])
    # ok: python.header-injection
    start_response("200 OK", [("X-Name", name.replace("\r", "").replace("\n", ""))])
    # ok: python.header-injection
    start_response("200 OK", [("Content-Type", "text/plain")])


@app.route("/header")
def header():
    response = make_response("ok")
    # ruleid: python.header-injection
    response.headers[" ".join(str(request.args["header"]).splitlines())] = "1"
    # ok: python.header-injection
    response.headers["X-Page"] = str(int(request.args["page"]))
    return response


def listed(environ, start_response):
    # ruleid: python.header-injection
    headers = [("X-Query", " ".join(str(environ.get("QUERY_STRING", "")).splitlines()))]
    start_response("200 OK", headers)


def handed_on(environ, start_response):
    status, headers = render(environ.get("QUERY_STRING", ""))
    # ok: python.header-injection
    start_response(status, headers)
