import os, subprocess, sqlite3, hashlib, pickle, yaml, random, tempfile, ssl, requests, jwt, socket, re, logging, json, uuid
import xml.etree.ElementTree as ET
from lxml import etree
from xml.dom import minidom
import xml.sax
from flask import Flask, request, make_response, render_template_string, redirect, session, send_file, jsonify, Response
from Crypto.Cipher import AES, DES, ARC4
from Crypto.PublicKey import RSA
from Crypto.Hash import MD5
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.fernet import Fernet
import bcrypt, ldap, ldap3, paramiko, smtplib, ftplib, telnetlib
app = Flask(__name__)

def ping(host):
    os.system("ping -c 1 " + host) # bad: CWE-78
def ping2(host):
    return subprocess.check_output(f"ping {host}", shell=True) # bad: CWE-78
def ping3(host):
    cmd = "ping %s" % host
    subprocess.Popen(cmd, shell=True) # bad: CWE-78
def calc(expression):
    return eval(expression) # bad: CWE-95
def runit(code):
    exec(code) # bad: CWE-95
def load(data):
    return pickle.loads(data) # bad: CWE-502
def conf(text):
    return yaml.load(text) # bad: CWE-502
def conf2(text):
    return yaml.load(text, Loader=yaml.Loader) # bad: CWE-502
def conf3(text):
    return yaml.load(text, Loader=yaml.FullLoader) # bad: CWE-502
def user(cur, name):
    cur.execute("SELECT * FROM u WHERE n='" + name + "'") # bad: CWE-89
def user2(conn, name):
    return conn.cursor().execute(f"SELECT * FROM u WHERE n='{name}'").fetchall() # bad: CWE-89
def user3(name):
    q = "SELECT * FROM users WHERE name = '%s'" % name
    c = sqlite3.connect("a.db").cursor()
    c.execute(q) # bad: CWE-89
def user4(name):
    c = sqlite3.connect("a.db").cursor()
    c.execute("SELECT * FROM users WHERE name = '{}'".format(name)) # bad: CWE-89
def user5(session, name):
    return session.execute(text("SELECT * FROM t WHERE n = '" + name + "'")) # bad: CWE-89
def read(filename):
    with open(os.path.join("/var/data", filename)) as f: # bad: CWE-22
        return f.read()
def read2(filename):
    return open("/var/data/" + filename).read() # bad: CWE-22
def fetch(url):
    return requests.get(url).text # bad: CWE-400
def page(name):
    return "<h1>Hello " + name + "</h1>" # bad: CWE-79
def tmpl(name):
    return render_template_string("<h1>Hello %s</h1>" % name) # bad: CWE-1336
def h(password):
    return hashlib.md5(password.encode()).hexdigest() # bad: CWE-916
def h2(password):
    return hashlib.sha1(password.encode()).hexdigest() # bad: CWE-916
def h3(password):
    return hashlib.sha256(password.encode()).hexdigest() # bad: CWE-916
def h4(data):
    return hashlib.md5(data).hexdigest()
def h5(pw):
    return hashlib.pbkdf2_hmac("sha256", pw, b"salt", 1000) # bad: CWE-760
def enc(data, key):
    return AES.new(key, AES.MODE_ECB).encrypt(data) # bad: CWE-327
def enc2(data):
    return DES.new(b"8bytekey", DES.MODE_CBC, b"00000000").encrypt(data) # bad: CWE-327
def enc3(data, key):
    return ARC4.new(key).encrypt(data) # bad: CWE-327
def enc4(data, key):
    return Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(data) # bad: CWE-327
def enc5(data, key):
    return AES.new(key, AES.MODE_CBC, b"0" * 16).encrypt(data) # bad: CWE-329
def enc6(data):
    return AES.new(b"0123456789abcdef", AES.MODE_GCM).encrypt(data) # bad: CWE-798
def enc7():
    return Fernet(b"ZmDfcTF7_60GrrY167zsiPd67pEvs0aGOv2oasOM1Pg=") # bad: CWE-798
def rk():
    return RSA.generate(1024) # bad: CWE-326
def rk2():
    return rsa.generate_private_key(public_exponent=65537, key_size=1024) # bad: CWE-326
def tok():
    return "".join(random.choice("abcdef0123456789") for _ in range(32))
def gen_token():
    return "".join(random.choice("abcdef0123456789") for _ in range(32)) # bad: CWE-338
def reset_code():
    code = random.randint(100000, 999999) # bad: CWE-338
    return code
def session_id():
    return str(random.random()) # bad: CWE-338
def tmp():
    name = tempfile.mktemp() # bad: CWE-377
    return open(name, "w")
def tmp2():
    with open("/tmp/report.txt", "w") as f: # bad: CWE-377
        f.write("x")
def srv():
    s = socket.socket()
    s.bind(("0.0.0.0", 80)) # bad: CWE-1327
    s.bind(("", 80)) # bad: CWE-1327
def tls():
    ctx = ssl.create_default_context()
    ctx.check_hostname = False # bad: CWE-295
    ctx.verify_mode = ssl.CERT_NONE # bad: CWE-295
    return ctx
def tls2():
    return ssl.SSLContext(ssl.PROTOCOL_TLSv1) # bad: CWE-295
def tls3(s):
    return ssl.wrap_socket(s, ssl_version=ssl.PROTOCOL_SSLv3) # bad: CWE-295
def tls4():
    return requests.get("https://x", verify=False) # bad: CWE-295
def tls5():
    return ssl._create_unverified_context() # bad: CWE-295
def dec(token):
    return jwt.decode(token, options={"verify_signature": False}) # bad: CWE-347
def dec2(token, key):
    return jwt.decode(token, key, algorithms=["none"]) # bad: CWE-347
def dec3(token, key):
    return jwt.decode(token, key, verify=False) # bad: CWE-347
def mk(user):
    return jwt.encode({"user": user}, "secret", algorithm="HS256") # bad: CWE-798
def xml1(data):
    return ET.fromstring(data)
def xml2(data):
    return etree.fromstring(data, etree.XMLParser(resolve_entities=True)) # bad: CWE-611
def xml3(path):
    return etree.parse(path, parser=etree.XMLParser(load_dtd=True, no_network=False)) # bad: CWE-611
def xml4(data):
    return minidom.parseString(data)
def xml5(path, handler):
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, True) # bad: CWE-611
    parser.parse(path)
def ch(path):
    os.chmod(path, 0o777) # bad: CWE-732
def um():
    os.umask(0) # bad: CWE-732
def auth(user):
    assert user.is_admin, "no" # bad: CWE-617
    return True
def login(username, password):
    if password == "hunter2!": # bad: CWE-798
        return True
def log(password):
    logging.info("password is %s", password) # bad: CWE-532
def log2(username, password):
    print(f"login {username} {password}") # bad: CWE-532
def ssh(host):
    c = paramiko.SSHClient()
    c.set_missing_host_key_policy(paramiko.AutoAddPolicy()) # bad: CWE-295
def mail():
    s = smtplib.SMTP("mail.example.com", 25)
    s.login("u", "p") # bad: CWE-319
def ftp():
    return ftplib.FTP("h") # bad: CWE-319
def tel():
    return telnetlib.Telnet("h") # bad: CWE-319
def ld(conn, username):
    return conn.search_s("dc=x", ldap.SCOPE_SUBTREE, "(uid=" + username + ")") # bad: CWE-90
def xp(tree, name):
    return tree.xpath("//user[name='" + name + "']") # bad: CWE-643
def rg(text):
    return re.match(r"^(a+)+$", text) # bad: CWE-1333
def rg2(pattern, text):
    return re.match(pattern, text)
def swallow():
    try:
        risky()
    except:
        pass
def check_token(t):
    try:
        verify(t)
    except Exception:
        return True # bad: CWE-636
    return True
app.config["SECRET_KEY"] = "dev-secret-123" # bad: CWE-798
app.secret_key = "supersecret" # bad: CWE-798
app.run(debug=True) # bad: CWE-489
app.run(host="0.0.0.0") # bad: CWE-1327
DB_PASSWORD = "s3cr3tP@ss" # bad: CWE-798
conn = psycopg2.connect(host="db", user="admin", password="Passw0rd!") # bad: CWE-798
def connect(user, password="changeme123"): # bad: CWE-798
    pass
def cookie():
    r = make_response("x")
    r.set_cookie("session", "abc") # bad: CWE-1004
    return r
