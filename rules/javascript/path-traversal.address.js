const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");

http.createServer((req, res) => {
  // ruleid: javascript.path-traversal
  fs.readFile("./www" + req.url, (error, data) => res.end(error ? "" : data));
});

http.createServer((req, res) => {
  // ruleid: javascript.path-traversal
  fs.readFile(__dirname + "/public" + req.url, (error, data) => res.end(error ? "" : data));
});

http.createServer((req, res) => {
  // ruleid: javascript.path-traversal
  fs.readFile("./page-" + req.headers["x-page"], (error, data) => res.end(error ? "" : data));
});

http.createServer((req, res) => {
  // ok: javascript.path-traversal
  fs.readFile("./www/" + path.basename(req.url), (error, data) => res.end(error ? "" : data));
});
