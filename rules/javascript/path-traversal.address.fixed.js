const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");

http.createServer((req, res) => {
  // ruleid: javascript.path-traversal
  const file = "./www" + req.url;
  if (path.relative("./www", file).startsWith("..")) {
    res.writeHead(400).end();
    return;
  }
  fs.readFile(file, (error, data) => res.end(error ? "" : data));
});

http.createServer((req, res) => {
  // ruleid: javascript.path-traversal
  const file = __dirname + "/public" + req.url;
  if (path.relative(`${__dirname}/public`, file).startsWith("..")) {
    res.writeHead(400).end();
    return;
  }
  fs.readFile(file, (error, data) => res.end(error ? "" : data));
});

http.createServer((req, res) => {
  // ruleid: javascript.path-traversal
  fs.readFile("./page-" + req.headers["x-page"], (error, data) => res.end(error ? "" : data));
});

http.createServer((req, res) => {
  // ok: javascript.path-traversal
  fs.readFile("./www/" + path.basename(req.url), (error, data) => res.end(error ? "" : data));
});
