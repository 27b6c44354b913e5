http.createServer(async (req, res) => {
  const [, files] = await formidable({}).parse(req);
  const [{ filepath, originalFilename: label }] = files.document;
  const ending = path.extname(label);
  if (![".png", ".jpg"].includes(ending)) return res.writeHead(415).end();
  // ok: javascript.path-traversal
  await rename(filepath, `./inbox/${crypto.randomUUID()}${ending}`);
  // ok: javascript.path-traversal
  await rename(files.picture[0].filepath, "./inbox/latest.png");
  // ruleid: javascript.path-traversal
  await rename(filepath, `./inbox/${label}`);
});
app.post("/moved", async (req, res) => {
  const { filepath } = req.body;
  // ruleid: javascript.path-traversal
  await rename(filepath, "./inbox/moved");
});
