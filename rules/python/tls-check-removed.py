def context_for(folder):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    # ruleid: python.tls-check-removed
    context.load_cert_chain(folder)
    return context

def client_for(host):
    client = paramiko.SSHClient()
    # ruleid: python.tls-check-removed
    client.connect(host, username="deploy")
    return client

def read_from(channel):
    # ruleid: python.tls-check-removed
    return channel.recv(4096)

def create_app():
    app = Flask(__name__)
    # ok: python.tls-check-removed
    app.register_blueprint(pages)
    return app

def other_context(folder):
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    # ok: python.tls-check-removed
    context.load_cert_chain(folder)
    return context

def known_client():
    client = paramiko.SSHClient()
    client.load_host_keys("known_hosts")
    return client


def shell_for(host):
    # ok: python.tls-check-removed
    client = known_client()
    client.connect(host, username="shell")
    return client

# ok: python.tls-check-removed
def new_context(folder):
    return ssl.create_default_context(cafile=folder)
