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
