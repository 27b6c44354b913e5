const fs = require("fs");
const path = require("path");
const express = require("express");

const app = express();
app.use(express.json());
app.use((req, res, next) => {
  req.file = req.body.file;
  next();
});

app.post("/upload", (req, res) => {
  fs.writeFileSync(path.join("uploads", path.basename(req.file.originalname)), req.file.buffer);
  res.send("saved");
});

module.exports = app;
