const express = require("express");
const app = express();

class NotFound extends Error {
  constructor(id) {
    super("not found");
    this.id = id;
  }
}

class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

app.get("/plain", (req, res) => {
  try {
    throw new Error(req.query.id);
  } catch (error) {
    // ok: javascript.reflected-xss
    res.send("<p>" + error.name + error.constructor.name + "</p>");
    // ruleid: javascript.reflected-xss
    res.send("<p>" + error.message + "</p>");
  }
});

app.get("/found", (req, res) => {
  try {
    throw new NotFound(req.query.id);
  } catch (error) {
    // ok: javascript.reflected-xss
    res.send("<p>" + error.message + "</p>");
    // ruleid: javascript.reflected-xss
    res.send("<p>" + error.id + "</p>");
  }
});

app.get("/status", (req, res) => {
  try {
    throw new Refused("Not now", req.query.status);
  } catch (error) {
    // ok: javascript.reflected-xss
    res.send("<p>" + error.message + "</p>");
  }
  try {
    throw new Refused(req.query.why, 403);
  } catch (error) {
    // ruleid: javascript.reflected-xss
    res.send("<p>" + error.message + "</p>");
  }
});

app.get("/cause", (req, res) => {
  try {
    throw new Error("bad", { cause: req.query.cause });
  } catch (error) {
    // ok: javascript.reflected-xss
    res.send("<p>" + error.message + "</p>");
    // ruleid: javascript.reflected-xss
    res.send("<p>" + error.cause + "</p>");
  }
});

class BadField extends Error {
  constructor(field, value) {
    super(`Bad value for ${field}: ${value}`);
    this.field = field;
  }
}
function parseAge(text) {
  const age = Number(text);
  if (Number.isNaN(age)) throw new BadField("age", text);
  return age;
}
function parseSize(text) {
  try {
    return parseAge(text);
  } catch (error) {
    throw new Error("The size: " + error.message);
  }
}
function parsePage(text) {
  if (!/^[0-9]+$/.test(text)) throw new Error("No page has this number.");
  return Number(text);
}

app.get("/tickets", (req, res) => {
  try {
    res.json({ price: parseAge(req.query.age) < 12 ? 4 : 9 });
  } catch (error) {
    // ruleid: javascript.reflected-xss
    res.status(400).send(`<p>${error.message}</p>`);
  }
  try {
    res.json(parseSize(req.query.size));
  } catch (error) {
    // ruleid: javascript.reflected-xss
    res.status(400).send(`<p>${error.message}</p>`);
  }
  try {
    res.json(parsePage(req.query.page));
  } catch (error) {
    // ok: javascript.reflected-xss
    res.status(400).send(`<p>${error.message}</p>`);
  }
  try {
    res.json(parseAge("12"));
  } catch (error) {
    // ok: javascript.reflected-xss
    res.status(400).send(`<p>${error.message}</p>`);
  }
});
