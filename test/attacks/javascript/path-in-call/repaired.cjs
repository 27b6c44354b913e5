const fs = require("fs");
const path = require("path");
const express = require("express");

const app = express();
const FOLDER = path.resolve("documents");

const read = (req, res) => {
  const file = path.resolve(FOLDER, req.query.name);
  if (!file.startsWith(FOLDER + path.sep)) return res.sendStatus(400);
  res.set("X-Shown", encodeURIComponent("the file " + path.basename(file)));
  res.send(fs.readFileSync(file, "utf8"));
};

app.get("/joined", read);
app.get("/written", read);
app.get("/added", read);
app.get("/resolved", read);

module.exports = app;
