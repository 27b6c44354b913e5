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

const KNOWN = new Set(["disk", "memory"]);
async function isKnownLater(name) {
  return KNOWN.has(name);
}
function* knownOnes(name) {
  return KNOWN.has(name);
}
app.get("/later", (req, res) => {
  const { names } = req.body;
  // A promise counts as true.
  // ruleid: javascript.os-command-injection
  if (names.every(isKnownLater)) exec(names[0]);
  // ruleid: javascript.os-command-injection
  if (names.every(async (name) => KNOWN.has(name))) exec(names[0]);
  // ruleid: javascript.os-command-injection
  if (names.every(knownOnes)) exec(names[0]);
  // ok: javascript.os-command-injection
  if (names.every((name) => KNOWN.has(name))) exec(names[0]);
});
