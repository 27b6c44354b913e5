import socket
import socketserver
from http.server import HTTPServer, SimpleHTTPRequestHandler


def serve(port):
    address = ("", port)
    # ruleid: python.bind-all-interfaces
    with socketserver.TCPServer(address, socketserver.StreamRequestHandler) as server:
        server.serve_forever()


def listen():
    address = ("0.0.0.0", 9000)
    listener = socket.socket()
    # ruleid: python.bind-all-interfaces
    listener.bind(address)


def pages(port):
    where = ("0.0.0.0", port)
    # ruleid: python.bind-all-interfaces
    HTTPServer(where, SimpleHTTPRequestHandler).serve_forever()


def here(port):
    address = ("127.0.0.1", port)
    # ok: python.bind-all-interfaces
    HTTPServer(address, SimpleHTTPRequestHandler).serve_forever()


def keys(grid):
    corner = ("", "north")
    # ok: python.bind-all-interfaces
    grid.attach(corner)
