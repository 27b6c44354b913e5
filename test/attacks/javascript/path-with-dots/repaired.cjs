const fs = require("fs");
const path = require("path");
const express = require("express");

const app = express();
const FOLDER = path.resolve("documents");

app.get("/read", (req, res) => {
  const file = path.resolve(FOLDER, req.query.name);
  if (!file.startsWith(FOLDER + path.sep)) return res.sendStatus(400);
  res.send(fs.readFileSync(file, "utf8"));
});

module.exports = app;
