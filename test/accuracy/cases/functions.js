const { exec, execSync, spawn } = require("child_process");
const fs = require("fs"), path = require("path"), crypto = require("crypto"), https = require("https"), tls = require("tls");
const jwt = require("jsonwebtoken"), bcrypt = require("bcrypt"), axios = require("axios"), express = require("express");
const app = express();
function ping(host) { exec("ping -c 1 " + host, cb); } // bad: CWE-78
function ping2(host) { return execSync(`ping ${host}`); } // bad: CWE-78
function ping3(host) { const cmd = "ping " + host; exec(cmd, (e, out) => out); } // bad: CWE-78
function ping4(host) { spawn("sh", ["-c", "ping " + host]); } // bad: CWE-78
function ping5(host) { spawn("ping " + host, { shell: true }); } // bad: CWE-78
function calc(expression) { return eval(expression); } // bad: CWE-95
function calc2(code) { return new Function("return " + code)(); } // bad: CWE-95
function calc3(code) { setTimeout(code, 100); }
function read(filename) { return fs.readFileSync(path.join("/var/data", filename)); } // bad: CWE-22
function read2(name) { return fs.readFileSync("/var/data/" + name); } // bad: CWE-22
async function fetchIt(url) { return (await axios.get(url)).data; } // bad: CWE-918
function user(db, name) { return db.query("SELECT * FROM u WHERE n='" + name + "'"); } // bad: CWE-89
function user2(db, name) { const q = `SELECT * FROM users WHERE name = '${name}'`; return db.query(q); } // bad: CWE-89
function show(name) { document.getElementById("x").innerHTML = "<b>" + name + "</b>"; } // bad: CWE-79
function show2(name) { document.getElementById("x").innerHTML = name; }
function show3(name) { $("#x").html("<b>" + name + "</b>"); } // bad: CWE-79
function page(name) { return "<h1>" + name + "</h1>"; }
function hash(password) { return crypto.createHash("md5").update(password).digest("hex"); } // bad: CWE-916
function hash1(password) { return crypto.createHash("sha256").update(password).digest("hex"); } // bad: CWE-916
function hash2(data) { return crypto.createHash("md5").update(data).digest("hex"); }
function enc(data, key) { return crypto.createCipheriv("aes-128-ecb", key, null).update(data); } // bad: CWE-327
function enc2(data, key) { return crypto.createCipheriv("aes-256-cbc", key, Buffer.alloc(16, 0)).update(data); } // bad: CWE-329
function enc3(data) { return crypto.createCipher("aes192", "password").update(data); } // bad: CWE-327
function enc4(data, iv) { return crypto.createCipheriv("aes-256-cbc", "0123456789abcdef0123456789abcdef", iv).update(data); } // bad: CWE-798
function enc5(data, key, iv) { return crypto.createCipheriv("des-ede3-cbc", key, iv); } // bad: CWE-327
function pb(pw) { return crypto.pbkdf2Sync(pw, "salt", 1000, 64, "sha512"); } // bad: CWE-760
function bc(pw) { return bcrypt.hashSync(pw, 4); } // bad: CWE-916
function tok() { const token = Math.random().toString(36).slice(2); return token; } // bad: CWE-338
function generateToken() { return Math.random().toString(36).slice(2); } // bad: CWE-338
function otp() { return Math.floor(100000 + Math.random() * 900000); } // bad: CWE-338
const sid = Math.random().toString(36); // bad: CWE-338
function generateOTP() { let otp = ""; for (let i = 0; i < 6; i++) { otp += Math.floor(Math.random() * 10); } return otp; } // bad: CWE-338
function t1() { return https.get({ host: "x", rejectUnauthorized: false }); } // bad: CWE-295
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"; // bad: CWE-295
function t2() { return tls.createServer({ secureProtocol: "TLSv1_method" }); } // bad: CWE-295
function t3() { return tls.createServer({ minVersion: "TLSv1" }); } // bad: CWE-295
function v(token) { return jwt.decode(token); }
function v2(token) { return jwt.verify(token, key, { algorithms: ["none"] }); } // bad: CWE-347
function v3(token) { return jwt.verify(token, key, { ignoreExpiration: true }); } // bad: CWE-613
function s(u) { return jwt.sign({ u }, "secret"); } // bad: CWE-798
function s2(u) { return jwt.sign({ u }, "", { algorithm: "none" }); } // bad: CWE-347
const re1 = /^(a+)+$/; // bad: CWE-1333
const re2 = new RegExp("^([a-z]+)*$"); // bad: CWE-1333
function merge(target, source) { for (const k in source) { if (typeof source[k] === "object") merge(target[k], source[k]); else target[k] = source[k]; } } // bad: CWE-1321
function setPath(obj, path, value) { const keys = path.split("."); let o = obj; for (const k of keys.slice(0, -1)) { o = o[k]; } o[keys.at(-1)] = value; } // bad: CWE-1321
app.use(express.static(__dirname)); // bad: CWE-538
app.use(express.static("/")); // bad: CWE-538
app.get("/env", (req, res) => res.json(process.env)); // bad: CWE-497
app.get("/e", (req, res) => { try { x(); } catch (e) { res.status(500).send(e.stack); } }); // bad: CWE-209
app.get("/e2", (req, res) => { try { x(); } catch (e) { res.status(500).json({ error: e.message }); } }); // bad: CWE-209
app.get("/r", (req, res) => res.redirect(req.query.u)); // bad: CWE-601
app.get("/n", ({ query: { q } }, res) => db.query("SELECT " + q)); // bad: CWE-89
app.post("/login", async (req, res) => { const user = await User.findOne({ name: req.body.name, password: req.body.password }); }); // bad: CWE-943
app.post("/login2", async (req, res) => { const user = await User.findOne({ name: String(req.body.name) }); if (user.password === req.body.password) res.json(1); }); // bad: CWE-256
app.post("/reg", async (req, res) => { await User.create({ name: req.body.name, password: req.body.password }); }); // bad: CWE-256
app.post("/reg2", (req, res) => { console.log("login", req.body.password); }); // bad: CWE-532
function lg(password) { console.log(`password: ${password}`); } // bad: CWE-532
if (password === "hunter2!") { ok(); } // bad: CWE-798
const dbPassword = "s3cr3tP@ss"; // bad: CWE-798
const c = mysql.createConnection({ host: "x", user: "root", password: "Passw0rd!" }); // bad: CWE-798
function chk(t) { try { verify(t); } catch (e) { return true; } return true; } // bad: CWE-636
window.addEventListener("message", (e) => { run(e.data); }); // bad: CWE-346
localStorage.setItem("token", token); // bad: CWE-922
const w = new BrowserWindow({ webPreferences: { nodeIntegration: true, contextIsolation: false } }); // bad: CWE-693
app.use(cors({ origin: "*", credentials: true })); // bad: CWE-942
app.use(cors({ origin: true, credentials: true })); // bad: CWE-942
app.use(session({ secret: "keyboard cat", cookie: { secure: false } })); // bad: CWE-798
res.cookie("sid", v, { httpOnly: false }); // bad: CWE-614
fs.chmodSync("a", 0o777); // bad: CWE-732
fs.writeFileSync("/tmp/app.txt", data); // bad: CWE-377
app.listen(3000, "0.0.0.0"); // bad: CWE-1327
const el = <a href={props.url}>x</a>;
const el2 = <div dangerouslySetInnerHTML={{ __html: html }} />; // bad: CWE-79
const el3 = <a href="http://x.y" target="_blank">x</a>;
const b = new Buffer(10);
function unser(d) { return require("node-serialize").unserialize(d); } // bad: CWE-502
libxml.parseXml(xml, { noent: true }); // bad: CWE-611
fetch("http://api.example.com/login", { method: "POST", body: JSON.stringify({ password }) }); // bad: CWE-319
const auth = `https://api.example.com/x?api_key=${apiKey}`;
if (password.length < 4) throw new Error(); // bad: CWE-521
