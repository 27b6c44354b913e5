"""A server that nobody knows gets the password (real Paramiko, client and server)."""
import os
import socket
import threading

RULE = "python.host-key-check-off"


def signed_in(program, known):
    import paramiko

    class Accepting(paramiko.ServerInterface):
        def check_auth_password(self, username, password):
            heard.append(password)
            return paramiko.AUTH_SUCCESSFUL

        def get_allowed_auths(self, username):
            return "password"

    heard = []
    key = paramiko.ECDSAKey.generate()
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        os.makedirs(".ssh", exist_ok=True)
        with open(".ssh/known_hosts", "w") as hosts:
            if known:
                hosts.write(f"[127.0.0.1]:{port} {key.get_name()} {key.get_base64()}\n")

        def serve():
            try:
                transport = paramiko.Transport(server.accept()[0])
                transport.add_server_key(key)
                transport.start_server(server=Accepting())
                transport.join(10)
            except (OSError, EOFError, paramiko.SSHException):
                pass

        threading.Thread(target=serve, daemon=True).start()
        try:
            program.connect(port).close()
        except paramiko.SSHException:
            pass
    return heard


def good(program):
    return signed_in(program, True)


def attack(program):
    return signed_in(program, False) or None
