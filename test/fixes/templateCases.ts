/** Programs with a fault that a rule's `fix:` template repairs. Each prints what good use gives, and what an attacker got. */

export interface TemplateCase {
  /** The rule whose template is run. */
  readonly rule: string;
  /** What the fault lets happen, and what was run of it. */
  readonly name: string;
  /**
   * A whole program for Python or Node. Prints `{good, attack}` as JSON; `attack` is null when the attack got nothing. Finds the addresses
   * of two servers in GOOD_SERVER and ATTACKER, whose certificate nobody vouches for, and a folder of its own in SCRATCH.
   */
  readonly program: string;
}

export const templateCases: readonly TemplateCase[] = [
  {
    rule: "python.shell-with-list",
    name: "a name with a semicolon starts a second program (real subprocess and shell)",
    program: `import json
import os
import subprocess

os.chdir(os.environ["SCRATCH"])


def run(program):
    try:
        return subprocess.run([program], shell=True, capture_output=True, text=True).stdout
    except OSError:
        return None


print(json.dumps({"good": run("pwd"), "attack": run("true; echo taken") or None}))
`,
  },
  {
    rule: "python.tls-verification-off",
    name: "a server with a certificate of its own is talked to (requests itself not run: its verify on the standard library's TLS)",
    program: `import json
import os
import urllib.error

import requests


def ask(server):
    try:
        return requests.get(os.environ[server], verify=False, timeout=10).text
    except urllib.error.URLError:
        return None


print(json.dumps({"good": ask("GOOD_SERVER"), "attack": ask("ATTACKER")}))
`,
  },
  {
    rule: "python.insecure-cookie",
    name: "the session is sent in plain text (Flask itself not run: a server and a cookie jar of the standard library)",
    program: `import http.cookiejar
import http.cookies
import http.server
import json
import threading
import urllib.request


class Response:
    def __init__(self):
        self.cookies = http.cookies.SimpleCookie()

    def set_cookie(self, name, value, httponly, secure):
        self.cookies[name] = value
        self.cookies[name]["httponly"] = httponly
        self.cookies[name]["secure"] = secure


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        response = Response()
        response.set_cookie("session", "s3", httponly=False, secure=False)
        self.server.heard.append(self.headers["Cookie"])
        self.send_response(200)
        for cookie in response.cookies.values():
            self.send_header("Set-Cookie", cookie.OutputString())
        self.end_headers()

    def log_message(self, *args):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
server.heard = []
threading.Thread(target=server.serve_forever, daemon=True).start()
jar = http.cookiejar.CookieJar()
browser = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(jar))
for _ in range(2):
    browser.open(f"http://127.0.0.1:{server.server_port}/").close()
server.shutdown()
[cookie] = jar
for_scripts = not cookie.has_nonstandard_attr("HttpOnly") and cookie.value
print(json.dumps({"good": [cookie.name, cookie.value], "attack": server.heard[1] or for_scripts or None}))
`,
  },
  {
    rule: "python.debug-on",
    name: "an error shows the code and its values (Flask itself not run: a WSGI server of the standard library with such a switch)",
    program: `import json
import threading
import traceback
import urllib.error
import urllib.request
import wsgiref.simple_server


class App:
    def __call__(self, environ, start_response):
        try:
            text = "order " + str(100 // len(environ["PATH_INFO"].strip("/")))
            start_response("200 OK", [])
        except ArithmeticError:
            start_response("500 Internal Server Error", [])
            text = traceback.format_exc() if self.debug else "error"
        return [text.encode()]

    def run(self, debug):
        self.debug = debug
        class Quiet(wsgiref.simple_server.WSGIRequestHandler):
            def log_message(self, *args):
                pass
        self.server = wsgiref.simple_server.make_server("127.0.0.1", 0, self, handler_class=Quiet)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


app = App()
app.run(debug=True)


def ask(path):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        return opener.open(f"http://127.0.0.1:{app.server.server_port}/{path}").read().decode()
    except urllib.error.HTTPError as error:
        return error.read().decode()


good, bad = ask("ab"), ask("")
app.server.shutdown()
print(json.dumps({"good": good, "attack": bad if "environ" in bad else None}))
`,
  },
  {
    rule: "python.short-key",
    name: "TLS at today's level refuses the key as too small (real cryptography and OpenSSL)",
    program: `import datetime
import json
import os
import ssl

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

key = rsa.generate_private_key(public_exponent=65537, key_size=1024)
signature = key.sign(b"order 1", padding.PKCS1v15(), hashes.SHA256())
key.public_key().verify(signature, b"order 1", padding.PKCS1v15(), hashes.SHA256())

name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "shop")])
now = datetime.datetime.utcnow()
builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
certificate = builder.not_valid_before(now).not_valid_after(now + datetime.timedelta(days=1)).sign(key, hashes.SHA256())
file = os.path.join(os.environ["SCRATCH"], "short-key.pem")
with open(file, "wb") as output:
    output.write(certificate.public_bytes(serialization.Encoding.PEM))
    form = serialization.PrivateFormat.PKCS8
    output.write(key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()))
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.set_ciphers("DEFAULT@SECLEVEL=2")
try:
    context.load_cert_chain(file)
    refused = None
except ssl.SSLError as error:
    refused = error.reason
print(json.dumps({"good": "signed and verified", "attack": refused}))
`,
  },
  {
    rule: "javascript.short-key",
    name: "the key has a length that can be factored (real node:crypto)",
    program: `const crypto = require("node:crypto");

const pair = crypto.generateKeyPairSync("rsa", { modulusLength: 1024 });
const signature = crypto.sign("sha256", Buffer.from("order 1"), pair.privateKey);
const good = crypto.verify("sha256", Buffer.from("order 1"), pair.publicKey, signature);
const bytes = Buffer.from(pair.publicKey.export({ format: "jwk" }).n, "base64url").length;
console.log(JSON.stringify({ good, attack: 8 * bytes < 2048 ? 8 * bytes : null }));
`,
  },
];
