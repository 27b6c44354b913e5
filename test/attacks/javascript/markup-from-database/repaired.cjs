const express = require("express");

const app = express();
app.locals = {};
const db = { prepare: () => ({ all: () => app.locals.entries }) };

const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

app.get("/", (req, res) => {
  const entries = db.prepare("SELECT message FROM entries").all();
  const items = entries.map((entry) => `<li>${escapeHtml(entry.message)}</li>`).join("");
  res.send(`<h1>Guests</h1><ul>${items}</ul>`);
});

module.exports = app;
