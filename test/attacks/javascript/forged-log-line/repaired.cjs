const express = require("express");

const app = express();

app.get("/login", (req, res) => {
  console.warn("Login failed for %s", JSON.stringify(req.query.user).slice(1, -1));
  res.send("no");
});

module.exports = app;
