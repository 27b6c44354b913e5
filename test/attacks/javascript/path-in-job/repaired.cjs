const fs = require("fs");
const path = require("path");
const express = require("express");

const app = express();

async function load(req) {
  return fs.promises.readFile(path.join("reports", path.basename(req.query.name)), "utf8");
}

app.get("/report", async (req, res) => res.send(await load(req)));

module.exports = app;
