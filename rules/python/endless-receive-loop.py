def read_line(connection):
    data = b""
    # ruleid: python.endless-receive-loop
    while b"\n" not in data:
        data += connection.recv(1024)
    return data


def read_exactly(sock, size):
    data = b""
    # ruleid: python.endless-receive-loop
    while len(data) < size:
        data += sock.recv(size - len(data))
    return data


def read_message(sock):
    data = sock.recv(4096)
    # ruleid: python.endless-receive-loop
    while not data.endswith(b"\0"):
        part = sock.recv(4096)
        data += part
    return data


def read_until_closed(connection):
    data = b""
    # ok: python.endless-receive-loop
    while b"\n" not in data:
        part = connection.recv(1024)
        if not part:
            raise ConnectionError("closed")
        data += part
    return data


def read_some(sock, size):
    data = b""
    # ok: python.endless-receive-loop
    while len(data) < size:
        part = sock.recv(size - len(data))
        if part == b"":
            break
        data += part
    return data


def read_all(sock):
    data = b""
    # ok: python.endless-receive-loop
    while part := sock.recv(1024):
        data += part
    return data
