"""../ in an address leads out of the folder that its text is put behind (real http.server and files)."""
import http.client
import http.server
import os
import threading

import support

RULE = "python.path-traversal"


class Quiet(http.server.HTTPServer):
    def handle_error(self, *_):
        pass


def read(program, path):
    with Quiet(("127.0.0.1", 0), program.Pages) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        connection = http.client.HTTPConnection(*server.server_address, timeout=20)
        try:
            connection.request("GET", path)
            return connection.getresponse().read().decode()
        except (http.client.HTTPException, ConnectionError):
            return None
        finally:
            connection.close()


def good(program):
    os.makedirs("www", exist_ok=True)
    with open("www/a.txt", "w") as file:
        file.write("for all")
    return read(program, "/a.txt")


def attack(program):
    support.own("secret", "for nobody")
    return read(program, "/../private/secret")
