const fs = require("fs");
const path = require("path");
const express = require("express");

const app = express();

app.get("/uploads/:name", (req, res) => {
  const file = path.join(process.cwd(), "uploads", req.params.name);
  res.send(fs.readFileSync(file, "utf8"));
});

app.get("/data/:name", (req, res) => {
  const file = path.join(process.cwd(), "app", "..", "data", req.params.name);
  res.send(fs.readFileSync(file, "utf8"));
});

app.get("/invoices/:name", (req, res) => {
  const { name } = req.params;
  const file = path.join("app", "../invoices", name);
  res.send(fs.readFileSync(file, "utf8"));
});

app.get("/users/:user/:name", (req, res) => {
  const { user, name } = req.params;
  const file = path.join(process.cwd(), "users", user, name);
  res.send(fs.readFileSync(file, "utf8"));
});

app.get("/avatars/:name", (req, res) => {
  const file = path.join(process.cwd(), `avatars/${req.params.name}`);
  res.send(fs.readFileSync(file, "utf8"));
});

module.exports = app;
