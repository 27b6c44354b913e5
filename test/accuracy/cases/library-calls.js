const crypto = require("crypto"), fs = require("fs"), cp = require("child_process"), express = require("express"), jwt = require("jsonwebtoken"), https = require("https"), multer = require("multer"), vm = require("vm");
const app = express();
const KEY = "0123456789abcdef";
function e1(t) { const c = crypto.createCipheriv("aes-128-cbc", KEY, "0000000000000000"); return c.update(t); } // bad: CWE-798
function e2(t, k) { return crypto.createCipheriv("des-cbc", k, iv); } // bad: CWE-327
function e3(t, k) { return crypto.createCipheriv("rc4", k, ""); } // bad: CWE-329
function e4(t, k) { return CryptoJS.AES.encrypt(t, k, { mode: CryptoJS.mode.ECB }); } // bad: CWE-327
function e5(t) { return CryptoJS.DES.encrypt(t, "key"); } // bad: CWE-327
function h1(p) { return CryptoJS.MD5(p).toString(); } // bad: CWE-328
function h2(password) { return require("md5")(password); } // bad: CWE-328
function k1() { return crypto.generateKeyPairSync("rsa", { modulusLength: 1024 }); } // bad: CWE-326
function s1(k, m, given) { return crypto.createHmac("sha256", k).update(m).digest("hex") === given; } // bad: CWE-208
function s2(token) { if (token === process.env.API_TOKEN) return true; } // bad: CWE-208
function r1() { return Array.from({ length: 16 }, () => "abc"[Math.floor(Math.random() * 3)]).join(""); }
function createSessionId() { return Math.random().toString(16) + Date.now(); } // bad: CWE-338
app.use(express.json({ limit: "500mb" }));
app.use(require("cors")()); // bad: CWE-942
app.use((req, res, next) => { res.header("Access-Control-Allow-Origin", "*"); next(); }); // bad: CWE-942
app.use((req, res, next) => { res.setHeader("Access-Control-Allow-Origin", req.headers.origin); res.setHeader("Access-Control-Allow-Credentials", "true"); next(); }); // bad: CWE-942
app.use(helmet({ contentSecurityPolicy: false })); // bad: CWE-693
app.post("/up", multer({ dest: "u/" }).single("f"), (req, res) => { fs.renameSync(req.file.path, "u/" + req.file.originalname); res.end(); }); // bad: CWE-434
app.get("/redir", (req, res) => { res.writeHead(302, { Location: req.query.u }); res.end(); }); // bad: CWE-601
app.get("/page", (req, res) => { res.end("<p>" + req.query.x + "</p>"); }); // bad: CWE-79
app.get("/exec", (req, res) => { cp.exec("ls " + req.query.d, (e, o) => res.send(o)); }); // bad: CWE-78
app.get("/file", (req, res) => { fs.readFile("./" + req.query.f, (e, d) => res.send(d)); }); // bad: CWE-22
app.get("/vm", (req, res) => { res.json(vm.runInNewContext(req.query.c)); }); // bad: CWE-94
app.get("/tpl", (req, res) => { res.render("x", req.query); }); // bad: CWE-94
app.post("/user", (req, res) => { Object.assign(user, req.body); user.save(); res.end(); }); // bad: CWE-915
app.post("/user2", async (req, res) => { await User.findByIdAndUpdate(req.params.id, req.body); res.end(); }); // bad: CWE-915
app.post("/user3", async (req, res) => { await new User(req.body).save(); res.end(); }); // bad: CWE-915
app.get("/err", async (req, res) => { try { await x(); } catch (err) { res.status(500).json({ error: err.stack }); } }); // bad: CWE-209
app.get("/err2", async (req, res) => { try { await x(); } catch (err) { res.status(500).send(err); } }); // bad: CWE-209
app.use((err, req, res, next) => { res.status(500).send(err.stack); }); // bad: CWE-209
app.get("/u", (req, res) => { res.cookie("token", t); res.end(); }); // bad: CWE-1004
app.use(session({ secret: "s3cr3t-key-1234", resave: false, cookie: { httpOnly: false } })); // bad: CWE-798
const agent = new https.Agent({ rejectUnauthorized: false }); // bad: CWE-295
const req1 = request({ url, strictSSL: false }); // bad: CWE-295
const ssh = new Client().connect({ host, hostVerifier: () => true }); // bad: CWE-322
const p = new DOMParser().parseFromString(xml, "text/xml");
document.write(location.search); // bad: CWE-79
el.outerHTML = "<a>" + decodeURIComponent(location.hash.slice(1)) + "</a>"; // bad: CWE-79
eval(location.hash.slice(1)); // bad: CWE-95
setTimeout("run('" + location.hash + "')", 10); // bad: CWE-95
window.open(location.search.slice(1)); // bad: CWE-601
location.href = new URLSearchParams(location.search).get("next"); // bad: CWE-601
$(location.hash); // bad: CWE-79
frame.postMessage(token, "*"); // bad: CWE-346
const html = { __html: props.bio }; const a = <div dangerouslySetInnerHTML={{ __html: props.bio }} />; // bad: CWE-79
const el3 = React.createElement("div", { dangerouslySetInnerHTML: { __html: bio } }); // bad: CWE-79
puppeteer.launch({ args: ["--no-sandbox"] }); // bad: CWE-693
const password = "hunter2-Prod!"; // bad: CWE-798
const conn = "postgres://admin:S3cretPw@db.example.com/app"; // bad: CWE-798
mongoose.connect("mongodb://root:toor123@10.0.0.5:27017/app"); // bad: CWE-798
