const { exec } = require("child_process");
const express = require("express");
const app = express();

app.get("/every", (req, res) => {
  const { ids } = req.query;
  if (!ids.every((id) => /^\d+$/.test(id))) return res.sendStatus(400);
  // ok: javascript.os-command-injection
  exec(`report ${ids.join(" ")}`);
});

app.get("/none", (req, res) => {
  const ids = req.query.ids.split(",");
  if (ids.some((id) => !/^\d+$/.test(id))) return res.sendStatus(400);
  // ok: javascript.os-command-injection
  exec(`report ${ids.join(" ")}`);
});

app.get("/assigned", (req, res) => {
  const options = { command: req.query.command };
  Object.assign(options, { command: "report" });
  // ok: javascript.os-command-injection
  exec(options.command);
});

app.get("/some", (req, res) => {
  const ids = req.query.ids.split(",");
  if (!ids.some((id) => /^\d+$/.test(id))) return res.sendStatus(400);
  // ruleid: javascript.os-command-injection
  exec(`report ${ids.join(" ")}`);
});

app.get("/loose", (req, res) => {
  const ids = req.query.ids.split(",");
  if (!ids.every((id) => id.length < 20)) return res.sendStatus(400);
  // ruleid: javascript.os-command-injection
  exec(`report ${ids.join(" ")}`);
});

app.get("/other", (req, res) => {
  const options = { command: req.query.command };
  Object.assign(options, { folder: "/srv" });
  // ruleid: javascript.os-command-injection
  exec(options.command);
});
