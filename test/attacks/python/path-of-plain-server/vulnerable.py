from http.server import BaseHTTPRequestHandler


class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        with open("./www" + self.path) as file:
            page = file.read()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_):
        pass
