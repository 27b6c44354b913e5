const express = require("express");

const app = express();
const words = ["a.b", "axb", "key-17"];

app.get("/find", (req, res) => {
  const expression = new RegExp(req.query.term);
  res.json(words.filter((word) => expression.test(word)));
});

module.exports = app;
