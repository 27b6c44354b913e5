import path from "node:path";

app.post("/avatar", upload.single("avatar"), (req, res) => {
  // ruleid: javascript.upload-filename
  fs.writeFileSync(path.join(UPLOADS, path.basename(req.file!.originalname)), req.file!.buffer);
  // ok: javascript.upload-filename
  res.json({ name: req.file!.originalname });
});
