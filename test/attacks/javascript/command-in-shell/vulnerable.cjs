const { exec } = require("node:child_process");
const express = require("express");

const app = express();

app.get("/size", (req, res) => {
  exec(`du -b "${req.query.file}"`, (error, stdout) => res.send(stdout || "unknown"));
});

module.exports = app;
