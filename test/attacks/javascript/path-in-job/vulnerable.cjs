const fs = require("fs");
const path = require("path");
const express = require("express");

const app = express();

async function load(req) {
  const file = path.join("reports", req.query.name);
  return fs.promises.readFile(file, "utf8");
}

app.get("/report", async (req, res) => res.send(await load(req)));

module.exports = app;
