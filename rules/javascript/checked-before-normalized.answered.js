http.createServer((req, res) => {
  const raw = req.url.split("?")[0];
  if (raw.includes("..")) { res.statusCode = 400; return res.end(); }
  // ruleid: javascript.checked-before-normalized
  const file = path.join(ROOT, decodeURIComponent(raw));
  fs.createReadStream(file).pipe(res);
});
http.createServer((req, res) => {
  const name = req.url;
  if (name.indexOf("..") !== -1) {
    res.writeHead(403);
    res.end();
    return;
  }
  // ruleid: javascript.checked-before-normalized
  send(res, decodeURI(name));
});
app.get("/f/*", (req, res) => {
  const name = req.params[0];
  if (name.includes("../")) return res.status(400).send("bad path");
  // ruleid: javascript.checked-before-normalized
  res.sendFile(path.join(ROOT, decodeURIComponent(name)));
});
http.createServer((req, res) => {
  // ok: javascript.checked-before-normalized
  const raw = decodeURIComponent(req.url);
  if (raw.includes("..")) { res.statusCode = 400; return res.end(); }
  send(res, raw);
});
http.createServer((req, res) => {
  const raw = req.url;
  if (raw.includes("..")) { res.statusCode = 400; return res.end(); }
  // ok: javascript.checked-before-normalized
  const file = path.resolve(ROOT, decodeURIComponent(raw));
  if (!file.startsWith(ROOT + path.sep)) { res.statusCode = 400; return res.end(); }
  send(res, file);
});
http.createServer((req, res) => {
  const raw = req.url;
  if (raw.includes("..")) res.statusCode = 203;
  // ok: javascript.checked-before-normalized
  log(decodeURIComponent(raw));
});
app.get("/named", (req, res) => {
  if (req.query.file.includes("..")) return res.sendStatus(400);
  // ok: javascript.checked-before-normalized
  const file = decodeURIComponent(req.query.file);
  res.sendFile(file, { root: PUBLIC });
});
app.get("/last", (req, res) => {
  if (req.query.file.includes("..")) return res.sendStatus(400);
  // ok: javascript.checked-before-normalized
  res.send(read(path.basename(decodeURIComponent(req.query.file))));
});
