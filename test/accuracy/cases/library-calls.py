import os, re, subprocess, hashlib, hmac, random, secrets, string, time, socket, ssl, logging, tempfile, json, shutil, zipfile, tarfile, csv, ctypes, base64, urllib.request, xml.etree.ElementTree as ET
from flask import Flask, request, session, make_response, jsonify, abort
from Crypto.Cipher import AES, DES3, Blowfish
from Crypto.Util.Padding import pad
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.backends import default_backend
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import dsa, ec
app = Flask(__name__)
def encrypt(key, text):
    cipher = AES.new(key, AES.MODE_CBC, iv=bytes(16)) # bad: CWE-329
    return cipher.encrypt(pad(text, 16))
def encrypt2(key, text):
    iv = b"1234567890123456"
    cipher = Cipher(algorithms.AES(key), modes.CBC(iv), backend=default_backend()) # bad: CWE-329
    return cipher.encryptor().update(text)
def enc3(key, t):
    return Blowfish.new(key, Blowfish.MODE_ECB).encrypt(t) # bad: CWE-327
def enc4(key, t):
    return DES3.new(key, DES3.MODE_ECB).encrypt(t) # bad: CWE-327
def enc5(key):
    return Cipher(algorithms.TripleDES(key), modes.ECB()) # bad: CWE-327
def enc6(key):
    return Cipher(algorithms.ARC4(key), mode=None) # bad: CWE-327
def k():
    return dsa.generate_private_key(key_size=1024) # bad: CWE-326
def k2():
    return ec.generate_private_key(ec.SECP192R1()) # bad: CWE-326
def sig(key, msg):
    return hmac.new(key, msg, hashlib.md5).hexdigest() # bad: CWE-327
def sig2(key, msg, given):
    return hmac.new(key, msg, hashlib.sha256).hexdigest() == given # bad: CWE-208
def store(password):
    salt = "fixedsalt"
    return hashlib.sha512((password + salt).encode()).hexdigest() # bad: CWE-916
def hash_password(password):
    return hashlib.sha256(password.encode("utf-8")).hexdigest() # bad: CWE-916
def pw(length=8):
    chars = string.ascii_letters + string.digits
    return "".join(random.choice(chars) for i in range(length))
def generate_password(length=8):
    chars = string.ascii_letters + string.digits
    return "".join(random.choice(chars) for i in range(length)) # bad: CWE-338
def generate_otp():
    return random.randint(100000, 999999) # bad: CWE-338
def session_token():
    random.seed(time.time())
    return hashlib.md5(str(random.random()).encode()).hexdigest() # bad: CWE-338
def download(url, path):
    urllib.request.urlretrieve(url, path) # bad: CWE-918
def extract(path, dest):
    with zipfile.ZipFile(path) as z:
        z.extractall(dest)
def extract2(path, dest):
    with tarfile.open(path) as t:
        t.extractall(dest) # bad: CWE-22
def extract3(path, dest):
    tar = tarfile.open(path)
    for m in tar.getmembers():
        tar.extract(m, dest) # bad: CWE-22
def safe_extract(path, dest):
    with tarfile.open(path) as t:
        t.extractall(dest, filter="data")
def server():
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.bind(("0.0.0.0", 8080)) # bad: CWE-1327
    s.listen()
def tls_client(host):
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    ctx.check_hostname = False # bad: CWE-295
    ctx.verify_mode = ssl.CERT_NONE # bad: CWE-295
    return ctx
def get(url):
    return requests.get(url, verify=False) # bad: CWE-295
def get2(url):
    s = requests.Session()
    s.verify = False # bad: CWE-295
    return s.get(url)
def get3(url):
    return httpx.Client(verify=False) # bad: CWE-295
def get4():
    return aiohttp.TCPConnector(ssl=False) # bad: CWE-295
def get5():
    urllib3.disable_warnings()
    return urllib3.PoolManager(cert_reqs="CERT_NONE") # bad: CWE-295
@app.route("/login", methods=["POST"])
def login():
    username = request.form["username"]
    password = request.form["password"]
    user = db.execute("SELECT * FROM users WHERE username = '" + username + "' AND password = '" + password + "'").fetchone() # bad: CWE-89
    if user:
        session["user"] = username
        return "ok"
    return "no"
@app.route("/admin/delete/<int:uid>")
def delete(uid):
    db.execute("DELETE FROM users WHERE id = ?", (uid,))
    return "ok"
@app.route("/search")
def search():
    q = request.args.get("q")
    return make_response("<p>Results for: {}</p>".format(q)) # bad: CWE-79
@app.route("/profile")
def profile():
    resp = make_response("x")
    resp.set_cookie("session_id", "abc", secure=False, httponly=False) # bad: CWE-614
    return resp
@app.route("/cb")
def cb():
    return f"<script>var x = '{request.args['x']}';</script>" # bad: CWE-79
@app.route("/up", methods=["POST"])
def up():
    f = request.files["file"]
    f.save(os.path.join("uploads", f.filename)) # bad: CWE-434
    return "ok"
@app.errorhandler(500)
def err(e):
    return str(e), 500
@app.after_request
def cors(resp):
    resp.headers["Access-Control-Allow-Origin"] = "*" # bad: CWE-942
    return resp
@app.after_request
def cors2(resp):
    resp.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin") # bad: CWE-942
    resp.headers["Access-Control-Allow-Credentials"] = "true"
    return resp
def write_csv(rows):
    w = csv.writer(open("x.csv", "w"))
    w.writerows(rows)
def make(path):
    os.makedirs(path, mode=0o777)
    os.chmod(path, stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO) # bad: CWE-732
    os.chmod(path, 0o644)
def valid_email(e):
    return re.match(r"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$", e) # bad: CWE-1333
def run(user_input):
    subprocess.call("echo " + user_input, shell=True) # bad: CWE-78
def run2(filename):
    os.system(f"cat {filename}") # bad: CWE-78
def run3(args):
    subprocess.run(args)
def run4(user_cmd):
    subprocess.run(user_cmd, shell=True) # bad: CWE-78
def run5(ip):
    return subprocess.check_output(["sh", "-c", "ping " + ip]) # bad: CWE-78
def render(name):
    from jinja2 import Template
    return Template("Hello " + name).render() # bad: CWE-1336
def env():
    from jinja2 import Environment
    return Environment(autoescape=False) # bad: CWE-79
def env2():
    from jinja2 import Environment
    return Environment() # bad: CWE-79
def deser(b):
    import shelve, marshal
    return marshal.loads(b) # bad: CWE-502
def f(x):
    exec("print(" + x + ")") # bad: CWE-95
def imp(name):
    return __import__(name)
def lookup(name):
    return globals()[name]()
