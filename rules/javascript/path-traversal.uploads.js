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

app.get("/gallery/:name/thumb", async (req, res) => {
  // ruleid: javascript.path-traversal
  const small = await sharp(path.join("public/gallery", req.params.name)).resize(100).toBuffer();
  // ok: javascript.path-traversal
  const safe = await sharp(path.join("public/gallery", path.basename(req.params.name))).resize(100).toBuffer();
  // ok: javascript.path-traversal
  const posted = await sharp(req.body).resize(100).toBuffer();
  res.type("png").send(Buffer.concat([small, safe, posted]));
});

app.post("/photo", (req, res) => {
  const photo = req.files.files[0];
  // ok: javascript.path-traversal
  fs.unlink(photo.path, () => res.sendStatus(204));
});
app.post("/picture", upload.single("picture"), (req, res) => {
  // ok: javascript.path-traversal
  fs.unlink(req.file.path, () => res.sendStatus(204));
});
app.post("/stored", (req, res) => {
  const photo = req.body.photo;
  // ruleid: javascript.path-traversal
  fs.unlink(photo.path, () => res.sendStatus(204));
});
