const express = require("express");
const pug = require("pug");
const ejs = require("ejs");
const app = express();
// Methods that give their object back.
class Page {
  constructor() {
    this.parts = [];
  }
  put(text) {
    this.parts.push(text);
    return this;
  }
  putText(text) {
    this.parts.push(escapeHtml(text));
    return this;
  }
  html() {
    return this.parts.join("");
  }
}
app.get("/greeting", (req, res) => {
  const page = new Page();
  page.put("<h1>").put(req.query.name).put("</h1>");
  // ruleid: javascript.reflected-xss
  res.send(page.html());
});
app.get("/notice", (req, res) => {
  const page = new Page();
  if (req.query.text) page.put("<p>").put(req.query.text);
  page.put("</p>");
  // ruleid: javascript.reflected-xss
  res.send(page.html());
});
app.get("/escaped", (req, res) => {
  const page = new Page();
  page.put("<h1>").putText(req.query.name).put("</h1>");
  // ok: javascript.reflected-xss
  res.send(page.html());
});
app.get("/two", (req, res) => {
  const page = new Page();
  const other = new Page();
  other.put("<h1>").put(req.query.name);
  page.put("<p>").put(other.parts.length).put("</p>");
  // ok: javascript.reflected-xss
  res.send(page.html());
});
// Templates of the program that escape, and ones that do not.
// ok: javascript.reflected-xss
app.get("/pug", (req, res) => res.send(pug.compile("h1= title")({ title: req.query.title })));
// ok: javascript.reflected-xss
app.get("/ejs", (req, res) => res.send(ejs.compile("<h1><%= title %></h1>")({ title: req.query.title })));
// ruleid: javascript.reflected-xss
app.get("/raw", (req, res) => res.send(pug.compile("h1!= title")({ title: req.query.title })));
// What a handler of Fastify gives back.
const fastify = require("fastify")();
fastify.get("/banner", async (request, reply) => {
  reply.type("text/html");
  // ruleid: javascript.reflected-xss
  return "<div>" + request.query.text + "</div>";
});
fastify.get("/plate", async (request, reply) => {
  reply.header("content-type", "text/html; charset=utf-8");
  // ruleid: javascript.reflected-xss
  return `<p>${request.params.plate}</p>`;
});
fastify.get("/plain", async (request, reply) => {
  reply.type("text/plain");
  // ok: javascript.reflected-xss
  return "text: " + request.query.text;
});
fastify.get("/json", async (request) => {
  // ok: javascript.reflected-xss
  return { text: request.query.text };
});
