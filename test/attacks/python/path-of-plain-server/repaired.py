import os
from http.server import BaseHTTPRequestHandler


class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        path = os.path.realpath("./www" + self.path)
        if not path.startswith(os.path.realpath("./www") + os.sep):
            raise PermissionError("the path leads out of the folder")
        with open(path) as file:
            page = file.read()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_):
        pass
