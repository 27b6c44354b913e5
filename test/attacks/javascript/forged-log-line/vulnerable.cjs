const express = require("express");

const app = express();

app.get("/login", (req, res) => {
  console.warn(`Login failed for ${req.query.user}`);
  res.send("no");
});

module.exports = app;
