const express = require("express");
const he = require("he");
const app = express();

app.get("/authors/:id", async (req, res) => {
  const { rows } = await pool.query("SELECT id, name, bio FROM authors WHERE id = $1", [req.params.id]);
  // ruleid: javascript.html-from-stored-data
  res.send(`<h1>${String(rows[0].name).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)}</h1>`);
  // ok: javascript.html-from-stored-data
  res.send(`<h1>${he.encode(rows[0].name)}</h1>`);
  // ok: javascript.html-from-stored-data
  res.send(`<h1>${rows[0].id}</h1>`);
  // ok: javascript.html-from-stored-data
  res.send(rows[0]);
});

app.get("/comments", async (req, res) => {
  const comments = await Comment.findAll();
  const items = comments.map((comment) => `<li>${String(comment.text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)}</li>`).join("");
  const page = `<ul>${items}</ul>`;
  // ruleid: javascript.html-from-stored-data
  res.send(page);
  // ok: javascript.html-from-stored-data
  res.json(comments);
});

app.get("/plain", async (req, res) => {
  const note = await Note.findByPk(req.params.id);
  // ruleid: javascript.html-from-stored-data
  res.status(200).send("<p>" + String(note.text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`) + "</p>");
  // ok: javascript.html-from-stored-data
  res.render("note", { note });
});

app.get("/safe", async (req, res) => {
  const notes = await Note.findAll();
  const items = notes.map((note) => `<li>${escapeHtml(note.text)}</li>`).join("");
  // ok: javascript.html-from-stored-data
  res.send(`<ul>${items}</ul>`);
  // ok: javascript.html-from-stored-data
  res.send(`<p>${notes.length} notes</p>`);
});

app.get("/entries", (req, res) => {
  const entries = sqlite.prepare("SELECT name, message FROM entries").all();
  const items = entries.map((entry) => `<li>${String(entry.message).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)}</li>`).join("");
  // ruleid: javascript.html-from-stored-data
  res.send(`<ul>${items}</ul>`);
  const escaped = entries.map((entry) => `<li>${he.escape(entry.message)}</li>`).join("");
  // ok: javascript.html-from-stored-data
  res.send(`<ol>${escaped}</ol>`);
});
