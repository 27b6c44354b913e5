const express = require("express");

const app = express();

function escapeHtml(text) {
  return String(text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

app.get("/", (req, res) => {
  const name = escapeHtml(req.query.name);
  res.send(`<h1 title="${name}">Hello ${name}</h1>`);
});

module.exports = app;
