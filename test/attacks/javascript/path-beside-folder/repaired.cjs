const fs = require("fs");
const path = require("path");
const express = require("express");

const app = express();

for (const folder of ["uploads", "data", "invoices", "avatars"])
  app.get(`/${folder}/:name`, (req, res) => {
    const root = path.join(process.cwd(), folder);
    const file = path.join(root, req.params.name);
    if (!file.startsWith(root + path.sep)) return res.sendStatus(400);
    res.send(fs.readFileSync(file, "utf8"));
  });

app.get("/users/:user/:name", (req, res) => {
  const { user, name } = req.params;
  const root = path.join(process.cwd(), "users");
  const file = path.join(root, user, name);
  if (!file.startsWith(root + path.sep)) return res.sendStatus(400);
  res.send(fs.readFileSync(file, "utf8"));
});

module.exports = app;
