const fs = require("fs");
const express = require("express");

const app = express();
app.use(express.json());
app.use((req, res, next) => {
  req.file = req.body.file;
  next();
});

app.post("/upload", (req, res) => {
  fs.writeFileSync("uploads/" + req.file.originalname, req.file.buffer);
  res.send("saved");
});

module.exports = app;
