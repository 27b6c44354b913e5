const express = require("express");

const app = express();

app.get("/login", (req, res) => {
  const next = String(req.query.next);
  if (!next.startsWith("/") || next.startsWith("//") || next.includes("\\")) return res.redirect("/");
  res.redirect(next);
});

module.exports = app;
