const express = require("express");

const app = express();

app.get("/count", (req, res) => {
  const numbers = JSON.parse(req.query.numbers);
  res.json({ count: numbers.length });
});

module.exports = app;
