const fs = require("fs");
const path = require("path");
const ROOT = path.resolve("uploads");

app.get("/a", (req, res) => {
  const file = path.resolve(ROOT, req.query.name);
  // The folder uploads-of-others begins with the same letters.
  if (!file.startsWith(ROOT)) return res.sendStatus(400);
  // ruleid: javascript.path-traversal
  res.send(fs.readFileSync(file));
});

app.get("/b", (req, res) => {
  const file = path.resolve(ROOT, req.query.name);
  if (!file.startsWith(ROOT + path.sep)) return res.sendStatus(400);
  // ok: javascript.path-traversal
  res.send(fs.readFileSync(file));
});

app.get("/c", (req, res) => {
  const file = path.resolve(ROOT, req.query.name);
  if (!file.startsWith(ROOT + path.sep)) console.warn("outside");
  // ruleid: javascript.path-traversal
  res.send(fs.readFileSync(file));
});

app.get("/d", (req, res) => {
  const name = req.query.name.replace(/[^a-z0-9_.-]/gi, "");
  // ok: javascript.path-traversal
  res.send(fs.readFileSync("uploads/" + name));
});

app.get("/e", (req, res) => {
  const name = req.query.name.replace("../", "");
  // ruleid: javascript.path-traversal
  res.send(fs.readFileSync("uploads/" + name));
});

app.get("/f", (req, res) => {
  const file = String(req.query.f);
  if (file.includes("..") || file.includes("/")) return res.sendStatus(400);
  // ok: javascript.path-traversal
  fs.createReadStream("uploads/" + file).pipe(res);
});

app.get("/g", (req, res) => {
  const file = String(req.query.f);
  if (file.includes("..")) console.warn("odd");
  // ruleid: javascript.path-traversal
  fs.createReadStream("uploads/" + file).pipe(res);
});

app.get("/h/:name", (req, res) => {
  const file = path.join(__dirname, "uploads", req.params.name);
  if (path.relative(__dirname, file).startsWith("..")) return res.sendStatus(400);
  // ruleid: javascript.path-traversal
  res.send(fs.readFileSync(file));
});

app.get("/i/:name", (req, res) => {
  const file = path.join(process.cwd(), `uploads/${req.params.name}`);
  if (!file.startsWith(process.cwd() + path.sep)) return res.sendStatus(400);
  // ruleid: javascript.path-traversal
  res.send(fs.readFileSync(file));
});

const DATA = path.join(__dirname, "data");
app.get("/j/:name", (req, res) => {
  const file = path.join(DATA, "public", req.params.name);
  if (!file.startsWith(path.join(__dirname, "data") + path.sep)) return res.sendStatus(400);
  // ruleid: javascript.path-traversal
  res.send(fs.readFileSync(file));
});

app.get("/k/:name", (req, res) => {
  const file = path.join(DATA, "public", req.params.name);
  if (!file.startsWith(path.join(DATA, "public") + path.sep)) return res.sendStatus(400);
  // ok: javascript.path-traversal
  res.send(fs.readFileSync(file));
});

app.get("/l/:name", (req, res) => {
  const file = path.join(__dirname, "..", "files", req.params.name);
  if (path.relative(path.join(__dirname, "../files"), file).startsWith("..")) return res.sendStatus(400);
  // ok: javascript.path-traversal
  res.send(fs.readFileSync(file));
});

app.get("/m/:name", (req, res) => {
  const file = path.join(DATA, `page-${req.params.name}.html`);
  if (!file.startsWith(DATA + path.sep)) return res.sendStatus(400);
  // ok: javascript.path-traversal
  res.send(fs.readFileSync(file));
});

app.get("/known", (req, res) => {
  const file = path.join("/srv/files", req.query.name);
  // ok: javascript.path-traversal
  if (!fs.existsSync(file)) return res.sendStatus(404);
  // ruleid: javascript.path-traversal
  res.sendFile(file);
});
app.get("/there", (req, res) => {
  // ruleid: javascript.path-traversal
  res.json({ there: fs.existsSync(path.join("/srv/files", req.query.name)) });
});

const FOLDER = path.resolve("/srv/shared");
app.get("/one-of", (req, res) => {
  const { name } = req.query;
  if (!fs.readdirSync(FOLDER).includes(name)) return res.sendStatus(404);
  // ok: javascript.path-traversal
  res.sendFile(path.join(FOLDER, name));
});
app.get("/listed", async (req, res) => {
  const names = await fsPromises.readdir(FOLDER);
  // ok: javascript.path-traversal
  if (names.includes(req.query.name)) return res.sendFile(path.join(FOLDER, req.query.name));
  // ruleid: javascript.path-traversal
  res.sendFile(path.join(FOLDER, req.query.other));
});
app.get("/begins", (req, res) => {
  const file = path.join(FOLDER, req.query.name);
  if (file.indexOf(FOLDER + path.sep) !== 0) return res.sendStatus(403);
  // ok: javascript.path-traversal
  res.sendFile(file);
});
app.get("/begins-elsewhere", (req, res) => {
  const file = path.join(FOLDER, req.query.name);
  if (file.indexOf(FOLDER + path.sep) === 0) return res.sendStatus(403);
  // ruleid: javascript.path-traversal
  res.sendFile(file);
});
app.get("/normalized", (req, res) => {
  const name = path.normalize(req.query.name).replace(/^(\.\.(\/|\\|$))+/, "");
  // ok: javascript.path-traversal
  res.sendFile(path.join(FOLDER, name));
});

channel.consume("jobs", (message) => {
  const job = JSON.parse(message.content.toString());
  // ruleid: javascript.path-traversal
  fs.writeFileSync(`/srv/out/${job.name}`, "x");
  // ok: javascript.path-traversal
  fs.writeFileSync(`/srv/out/${path.basename(job.name)}`, "x");
});

app.get("/any/:name", (req, res) => {
  // ruleid: javascript.path-traversal
  res.sendFile(req.params.name, { root: "/", dotfiles: "allow" });
  // ok: javascript.path-traversal
  res.sendFile(req.params.name, { root: "/srv/files" });
  // ok: javascript.path-traversal
  res.sendFile(path.join(FOLDER, req.params.name.replace(/[^\w.-]/g, "")));
});

app.get("/posix/:name", (req, res) => {
  // ok: javascript.path-traversal
  fs.createReadStream(path.posix.join("/srv/media", path.posix.basename(req.params.name))).pipe(res);
  // ruleid: javascript.path-traversal
  fs.createReadStream(path.posix.join("/srv/media", req.params.name)).pipe(res);
});

exports.inside = (...parts) => {
  const full = path.resolve(BASE, ...parts);
  if (!full.startsWith(BASE + path.sep)) throw Object.assign(new Error("forbidden"), { status: 403 });
  return full;
};
exports.joined = (name) => path.join(BASE, name);
app.get("/inside/:name", async (req, res) => {
  // ok: javascript.path-traversal
  res.send(await fs.readFile(exports.inside(req.user.id, req.params.name)));
  // ruleid: javascript.path-traversal
  res.send(await fs.readFile(exports.joined(req.params.name)));
});

app.get("/cached/:key", (req, res) => {
  // ok: javascript.path-traversal
  res.type("webp").send(fs.readFileSync(path.join(CACHE, encodeURIComponent(req.params.key) + ".webp")));
  // ruleid: javascript.path-traversal
  res.type("webp").send(fs.readFileSync(path.join(CACHE, encodeURI(req.params.key) + ".webp")));
});

router.put("/raw/:id", async (ctx) => {
  if (!/^[a-f0-9]{32}$/.test(ctx.params.id)) ctx.throw(400);
  // ok: javascript.path-traversal
  fs.writeFileSync(path.join(PUBLIC, ctx.params.id), ctx.request.rawBody);
});
router.put("/noted/:id", async (ctx) => {
  if (!/^[a-f0-9]{32}$/.test(ctx.params.id)) ctx.log.warn("odd");
  // ruleid: javascript.path-traversal
  fs.writeFileSync(path.join(PUBLIC, ctx.params.id), ctx.request.rawBody);
});
