const { exec } = require("child_process");
const express = require("express");
const app = express();

app.get("/mode", (req, res) => {
  const { mode } = req.query;
  if (mode && mode !== "fast") return res.sendStatus(400);
  // ok: javascript.os-command-injection
  exec("report " + mode);
});

app.get("/modes", (req, res) => {
  if (req.query.mode && !["fast", "full"].includes(req.query.mode)) return res.sendStatus(400);
  // ok: javascript.os-command-injection
  exec("report " + req.query.mode);
});

app.get("/given", (req, res) => {
  const mode = req.query.mode;
  if (mode !== undefined && mode !== "fast") return res.sendStatus(400);
  // ok: javascript.os-command-injection
  exec("report " + mode);
});

app.get("/long", (req, res) => {
  const mode = req.query.mode;
  if (mode.length > 9 && mode !== "fast") return res.sendStatus(400);
  // ruleid: javascript.os-command-injection
  exec("report " + mode);
});

app.get("/other", (req, res) => {
  const { mode, kind } = req.query;
  if (kind && mode !== "fast") return res.sendStatus(400);
  // ruleid: javascript.os-command-injection
  exec("report " + mode);
});

app.get("/set", (req, res) => {
  const { mode } = req.query;
  if (!mode) return res.sendStatus(400);
  // ruleid: javascript.os-command-injection
  exec("report " + mode);
});
