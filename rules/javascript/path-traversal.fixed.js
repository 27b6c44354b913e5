import fs from "node:fs";
import path from "node:path";

app.get("/file", (req, res) => {
  // ruleid: javascript.path-traversal
  const file = "./files/" + req.query.name;
  if (path.relative("./files", file).startsWith("..")) {
    res.writeHead(400).end();
    return;
  }
  const text = fs.readFileSync(file, "utf8");
  // ok: javascript.path-traversal
  const safe = fs.readFileSync(path.join("./files", path.basename(req.query.name)), "utf8");
  res.json([text, safe]);
});

app.get("/download/:name", (req, res) => {
  const file = path.join(__dirname, "uploads", req.params.name);
  if (path.relative(path.join(__dirname, "uploads"), file).startsWith("..")) {
    res.writeHead(400).end();
    return;
  }
  // ruleid: javascript.path-traversal
  res.sendFile(file);
  // ok: javascript.path-traversal
  res.sendFile(req.params.name, { root: UPLOADS });
});

app.delete("/file", async (req, res) => {
  const { name } = req.body;
  // ruleid: javascript.path-traversal
  const file = path.resolve("uploads", name);
  if (path.relative("uploads", file).startsWith("..")) {
    res.writeHead(400).end();
    return;
  }
  await fs.promises.unlink(file);
  // ruleid: javascript.path-traversal
  const file2 = `/srv/${req.body.folder}/index.html`;
  if (path.relative("/srv", file2).startsWith("..")) {
    res.writeHead(400).end();
    return;
  }
  fs.createReadStream(file2).pipe(res);
  const full = path.resolve(ROOT, name);
  if (!full.startsWith(ROOT + path.sep)) return res.status(400).end();
  // ok: javascript.path-traversal
  await fs.promises.unlink(full);
});

app.get("/page/:number", (req, res) => {
  // ok: javascript.path-traversal
  res.sendFile(path.join(ROOT, `${Number(req.params.number)}.html`));
  const slug = req.query.slug;
  if (!/^[a-z0-9-]+$/.test(slug)) return res.status(400).end();
  // ok: javascript.path-traversal
  fs.readFile(path.join(ROOT, slug + ".md"), (error, text) => res.json(text));
});

app.post("/documents", (req, res) => {
  // ruleid: javascript.path-traversal
  const file = "./uploads/" + req.files.document.name;
  if (path.relative("./uploads", file).startsWith("..")) {
    res.writeHead(400).end();
    return;
  }
  req.files.document.mv(file, () => res.end());
  // ok: javascript.path-traversal
  req.files.document.mv(path.join("./uploads", crypto.randomUUID()), () => res.end());
});

fastify.get("/files/*", (request, reply) => {
  // ok: javascript.path-traversal
  return reply.sendFile(request.params["*"]);
});
fastify.get("/from/*", (request, reply) => {
  // ruleid: javascript.path-traversal
  return reply.sendFile(request.params["*"], request.query.root);
});
app.get("/page/:view", (req, res) => {
  // ruleid: javascript.path-traversal
  res.render(req.params.view);
});

app.get("/data", (req, res) => {
  const full = path.resolve("/srv/data", req.query.file);
  if (path.relative("/srv/data", full).startsWith("..")) {
    res.writeHead(400).end();
    return;
  }
  if (!full.startsWith("/srv/data")) return res.sendStatus(403);
  // ruleid: javascript.path-traversal
  res.json(fs.readFileSync(full, "utf8"));
});
app.get("/data2", (req, res) => {
  const full = path.resolve("/srv/data", req.query.file);
  if (!full.startsWith("/srv/data/")) return res.sendStatus(403);
  // ok: javascript.path-traversal
  res.json(fs.readFileSync(full, "utf8"));
});
