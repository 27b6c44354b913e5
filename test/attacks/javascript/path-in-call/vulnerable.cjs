const fs = require("fs");
const path = require("path");
const express = require("express");

const app = express();
const FOLDER = "documents";

app.get("/joined", (req, res) => {
  res.send(fs.readFileSync(path.join(FOLDER, req.query.name), "utf8"));
});

app.get("/written", (req, res) => {
  const text = fs.readFileSync(`${FOLDER}/${req.query.name}`, "utf8");
  res.send(text);
});

app.get("/added", (req, res) => {
  const name = "./documents/" + req.query.name;
  const shown = "the file " + name;
  res.set("X-Shown", encodeURIComponent(shown));
  res.send(fs.readFileSync(name, "utf8"));
});

app.get("/resolved", (req, res) => {
  const target = path.resolve(FOLDER, req.query.name);
  res.send(fs.readFileSync(target, "utf8"));
});

module.exports = app;
