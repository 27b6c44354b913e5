const express = require("express");
const escapeHtml = require("escape-html");
const app = express();

// What a handler calls its request and its answer is up to it.
app.get("/a", (r, s) => {
  // ruleid: javascript.reflected-xss
  s.send("<h1>" + r.query.title + "</h1>");
});
router.post("/b", auth, (incoming, outgoing) => {
  // ruleid: javascript.reflected-xss
  outgoing.status(400).send(`<p>${incoming.body.name} is taken</p>`);
});
hono.get("/c", (h) => {
  // ruleid: javascript.reflected-xss
  return h.html(`<p>${h.req.query("name")}</p>`);
});
koa.get("/d", async (k) => {
  // ruleid: javascript.reflected-xss
  k.body = "<p>" + k.query.name + "</p>";
});

app.get("/e", (r, s) => {
  // ok: javascript.reflected-xss
  s.send("<h1>" + escapeHtml(r.query.title) + "</h1>");
  // ok: javascript.reflected-xss
  s.json({ title: "<h1>" + r.query.title });
});
app.get("/f", (r, s) => {
  s.type("text/plain");
  // ok: javascript.reflected-xss
  s.send("<" + r.query.title + ">");
});
queue.post("/g", (message, channel) => {
  // ok: javascript.reflected-xss
  channel.send(message.title);
});

function escapeMarkup(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
const writers = [escapeMarkup, (text) => text.trim()];
const byFormat = { html: escapeMarkup, raw: (text) => text };
app.get("/written", (req, res) => {
  // ok: javascript.reflected-xss
  res.send("<p>" + writers[0](req.query.text) + "</p>");
  // ruleid: javascript.reflected-xss
  res.send("<p>" + writers[1](req.query.text) + "</p>");
  // ok: javascript.reflected-xss
  res.send("<p>" + byFormat.html(req.query.text) + "</p>");
  // ruleid: javascript.reflected-xss
  res.send("<p>" + byFormat.raw(req.query.text) + "</p>");
});

const labels = new Map([["a", "First"], ["none", ""]]);
const titles = { a: "First" };
app.get("/labelled", (req, res) => {
  // ok: javascript.reflected-xss
  res.send("<p>" + (labels.get("a") ?? req.query.label) + "</p>");
  // ok: javascript.reflected-xss
  res.send("<p>" + (titles.a || req.query.label) + "</p>");
  // ruleid: javascript.reflected-xss
  res.send("<p>" + (labels.get("b") ?? req.query.label) + "</p>");
  // ruleid: javascript.reflected-xss
  res.send("<p>" + (labels.get("none") || req.query.label) + "</p>");
  const own = { a: "First" };
  own.a = req.query.label;
  // ruleid: javascript.reflected-xss
  res.send("<p>" + (own.a ?? "none") + "</p>");
});
