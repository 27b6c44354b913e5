const fs = require("fs");
const path = require("path");
const express = require("express");

const app = express();
const FOLDER = "documents";

app.get("/read", (req, res) => {
  const file = path.join(FOLDER, req.query.name);
  res.send(fs.readFileSync(file, "utf8"));
});

module.exports = app;
