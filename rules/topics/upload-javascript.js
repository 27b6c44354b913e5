// ruleid: topics.upload-javascript
const upload = multer({ storage, limits: { fileSize: 1_000_000 }, fileFilter: onlyImages });
app.post("/avatar", upload.single("avatar"), (req, res) => {
  // ruleid: topics.upload-javascript
  res.json({ name: req.file.filename });
});
// ok: topics.upload-javascript
const text = fs.readFileSync("avatar.png");
