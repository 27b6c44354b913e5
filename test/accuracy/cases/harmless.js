const { execFile, spawn } = require("child_process");
const fs = require("fs"), path = require("path"), crypto = require("crypto");
const COMMANDS = { list: ["ls"], who: ["whoami"] };
const BASE = path.resolve("/srv/data");
app.get("/a", (req, res) => { const c = COMMANDS[req.query.c]; if (!c) return res.status(400).end(); execFile(c[0], c.slice(1), (e, o) => res.json({ o })); });
app.get("/b", (req, res) => { if (!/^[a-z0-9.-]+$/.test(req.query.h)) return res.status(400).end(); execFile("ping", ["-c", "1", req.query.h], cb); });
app.get("/c", async (req, res) => { const col = ["name", "age"].includes(req.query.s) ? req.query.s : "name"; res.json(await db.query(`SELECT * FROM t ORDER BY ${col}`)); });
app.get("/d", async (req, res) => { const n = parseInt(req.query.n, 10); res.json(await db.query(`SELECT * FROM t LIMIT ${n}`)); });
app.get("/e", (req, res) => { const p = path.resolve(BASE, req.query.f); if (!p.startsWith(BASE + path.sep)) return res.sendStatus(403); res.sendFile(p); });
app.get("/f", (req, res) => { res.sendFile(req.params.name, { root: "/srv/files" }); });
app.get("/g", (req, res) => { const n = req.query.next; res.redirect(typeof n === "string" && n.startsWith("/") && !n.startsWith("//") ? n : "/"); });
app.get("/h", (req, res) => { res.render("x", { q: req.query.q }); });
app.get("/i", (req, res) => { res.json({ q: req.query.q }); });
app.get("/j", async (req, res) => { const u = new URL(req.query.u); if (u.hostname !== "api.example.com") return res.sendStatus(400); const r = await fetch(u); res.json(await r.json()); });
app.get("/k", async (req, res) => { res.json(await User.findOne({ name: String(req.query.n) })); });
app.post("/l", async (req, res) => { const b = schema.parse(req.body); res.json(await User.create(b)); });
function checksum(buf) { return crypto.createHash("md5").update(buf).digest("hex"); }
function pick(list) { return list[Math.floor(Math.random() * list.length)]; }
function jitter() { return Math.random() * 100; }
function git(...args) { return spawn("git", args); }
function readConfig(file) { return JSON.parse(fs.readFileSync(file, "utf8")); }
function readAt(dir, rel) { return fs.readFileSync(path.join(dir, rel), "utf8"); }
function show(el, text) { el.textContent = text; }
function clear(el) { el.innerHTML = ""; }
function tmpl(el) { el.innerHTML = "<b>loading</b>"; }
const byIds = (db, ids) => db.query(`SELECT * FROM t WHERE id IN (${ids.map(() => "?").join(",")})`, ids);
const id = crypto.randomUUID();
const key = process.env.API_KEY;
const re = /^[a-z]+(?:-[a-z]+)*$/;
const emailRe = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
async function getUser(prisma, name) { return prisma.user.findFirst({ where: { name } }); }
async function api(p) { return fetch(`https://api.example.com/${p}`); }
const cache = {}; function memo(k, v) { cache[k] = v; }
function assign(o) { return Object.assign({}, defaults, o); }
const exec = (re, s) => re.exec(s);
function match(s) { return /x/.exec(s); }
setTimeout(() => done(), 10);
setTimeout(done, 10);
window.addEventListener("message", onMessage);
function each(list, fn) { for (const k in list) fn(k, list[k]); }
const html = (s) => `<p>${escapeHtml(s)}</p>`;
logger.info("user " + user.id + " logged in");
res.cookie("theme", "dark");
res.cookie("sid", v, { httpOnly: true, secure: true, sameSite: "lax" });
const s = session({ secret: process.env.S, cookie: { httpOnly: true, secure: true } });
const PASSWORD_REGEX = /^(?=.*[a-z])(?=.*\d).{8,}$/;
const labels = { password: "Password", token: "Token" };
