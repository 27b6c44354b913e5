const fs = require("fs");
const express = require("express");
const multer = require("multer");

const app = express();
app.use(express.json());
const upload = multer({
  limits: { fileSize: 100_000 },
  fileFilter: (req, file, done) => done(null, file.mimetype === "text/plain"),
});

app.post("/upload", upload.single("file"), (req, res) => {
  fs.writeFileSync("uploads/" + req.file.originalname, req.file.buffer);
  res.send("saved");
});

module.exports = app;
