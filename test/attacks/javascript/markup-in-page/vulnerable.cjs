const express = require("express");

const app = express();

app.get("/", (req, res) => {
  res.send(`<h1 title="${req.query.name}">Hello ${req.query.name}</h1>`);
});

module.exports = app;
