import socket


def listen():
    server = socket.socket()
    server.bind(("0.0.0.0", 0))
    server.listen()
    return server
