"""A language with a line end writes a header of its own into the answer (a real server and socket)."""
import http.client
import http.server
import threading

RULE = "python.header-injection"


def ask(program, query):
    server = http.server.HTTPServer(("127.0.0.1", 0), program.Handler)
    program.Handler.log_message = lambda *args: None
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.request("GET", f"/?lang={query}")
        return dict(connection.getresponse().getheaders())
    finally:
        server.shutdown()


def good(program):
    return ask(program, "de")["Content-Language"]


def attack(program):
    return ask(program, "x%0D%0ASet-Cookie:%20session=mine").get("Set-Cookie")
