"""What proofs in Python share: servers on loopback with a free port, certificates, files of other people."""
import contextlib
import datetime
import http.server
import ipaddress
import logging
import os
import pathlib
import socket
import ssl
import threading
import types
import urllib.error
import urllib.request

logging.getLogger("werkzeug").setLevel(logging.ERROR)


def own(name, text):
    """A file that only the program itself may read; gives its path."""
    path = pathlib.Path(os.environ["SCRATCH"], "private", name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path


class Quiet(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass


def handler(answer):
    """A handler that answers every request with `answer(handler)`."""

    class Handler(Quiet):
        def do_GET(self):
            body = answer(self).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler


@contextlib.contextmanager
def listening(answer, context=None):
    """A server that is not the program's own; gives its port. With `context` it speaks TLS."""

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, *args):
            pass

    server = Server(("127.0.0.1", 0), handler(answer))
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()


@contextlib.contextmanager
def serving(app):
    """A WSGI application on a real server; gives ask(path, data, headers)."""
    import werkzeug.serving

    server = werkzeug.serving.make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *args):
            return None

    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), Stay())

    def ask(path, data=None, headers=None):
        request = urllib.request.Request(f"http://127.0.0.1:{server.server_port}{path}", data, headers or {})
        try:
            answer = opener.open(request, timeout=20)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return types.SimpleNamespace(status=answer.status, headers=answer.headers, text=answer.read().decode())

    try:
        yield ask
    finally:
        server.shutdown()


def elements(html):
    """Names of the elements of a page, as a parser sees them."""
    from lxml import html as parser

    return sorted({node.tag for node in parser.document_fromstring(html).iter() if isinstance(node.tag, str)})


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def certificate(name, trusted, host="127.0.0.1"):
    """A server's TLS context with a certificate; with `trusted` programs that are started later trust it."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, f"{name} {os.urandom(4).hex()}")])
    today = datetime.datetime.utcnow()
    try:
        names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))])
    except ValueError:
        names = x509.SubjectAlternativeName([x509.DNSName(host)])
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).add_extension(names, False)
    builder = builder.not_valid_before(today - datetime.timedelta(days=1)).not_valid_after(today + datetime.timedelta(days=1))
    signed = builder.add_extension(x509.BasicConstraints(True, None), True).sign(key, hashes.SHA256())
    pem = signed.public_bytes(serialization.Encoding.PEM)
    form = serialization.PrivateFormat.PKCS8
    secret = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    both = own(f"{name}.pem", (pem + secret).decode())
    if trusted:
        with open(os.environ["SSL_CERT_FILE"], "ab") as authorities:
            authorities.write(pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    return context
