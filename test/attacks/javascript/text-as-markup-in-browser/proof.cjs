// A tag in the address runs code in the page (a real browser).
const fs = require("node:fs");
const support = require("support.cjs");

exports.rule = "javascript.dom-xss";
exports.asText = true;

const body = "<h1 id=title></h1>";

exports.good = (script) => support.inBrowser(body, script, "?name=ann", "document.querySelector('#title').textContent");

exports.attack = (script) =>
  support.inBrowser(body, script, "?name=%3Cimg%20src=x%20onerror=%22window.taken=1%22%3E", "window.taken ?? null");
