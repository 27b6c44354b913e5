def context_for(folder):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_cert_chain(folder)
    return context

def client_for(host):
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    client.connect(host, username="deploy")
    return client

def read_from(channel):
    if digest(channel.getpeercert(True)) != PINNED:
        raise ConnectionError("another certificate")
    return channel.recv(4096)

def create_app():
    app = Flask(__name__)
    Talisman(app)
    app.register_blueprint(pages)
    return app

def other_context(folder):
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(folder)
    return context

def shell_for(host):
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    client.connect(host, username="shell")
    return client

def old_context(folder):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    context.check_hostname = True
    return context


def new_context(folder):
    return ssl.create_default_context(cafile=folder)
