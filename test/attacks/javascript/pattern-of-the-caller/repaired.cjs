const express = require("express");

const app = express();
const words = ["a.b", "axb", "key-17"];

app.get("/find", (req, res) => {
  const term = String(req.query.term);
  res.json(words.filter((word) => word.includes(term)));
});

module.exports = app;
