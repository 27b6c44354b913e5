app.get("/a", (req, res) => {
  const name = req.query.name;
  // ruleid: javascript.repeated-parameter-unchecked
  if (name.indexOf("..") !== -1) return res.sendStatus(400);
  res.json({ name });
});

app.get("/b", (req, res) => {
  // ruleid: javascript.repeated-parameter-unchecked
  if (req.query.code.length > 6) return res.sendStatus(400);
  res.json(find(req.query.code));
});

app.get("/c", (req, res) => {
  const { file } = req.query;
  // ruleid: javascript.repeated-parameter-unchecked
  if (file.includes("..")) return res.sendStatus(400);
  res.json(find(file));
});

app.get("/d", (req, res) => {
  const name = req.query.name;
  // ok: javascript.repeated-parameter-unchecked
  if (typeof name !== "string" || name.indexOf("..") !== -1) return res.sendStatus(400);
  res.json({ name });
});

app.get("/e", (req, res) => {
  const code = String(req.query.code);
  // ok: javascript.repeated-parameter-unchecked
  if (code.length > 6) return res.sendStatus(400);
  // ok: javascript.repeated-parameter-unchecked
  if (req.params.id.length > 6) return res.sendStatus(400);
  res.json(find(code));
});
