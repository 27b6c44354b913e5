// A tag in the address runs code in the page (a real browser).
const support = require("support.cjs");

exports.rule = "javascript.dom-xss";
exports.asText = true;

const body = "<p id=greeting></p>";

exports.good = (script) => support.inBrowser(body, script, "?name=ann", "document.querySelector('#greeting').innerHTML");

exports.attack = (script) =>
  support.inBrowser(body, script, "?name=%3Cimg%20src=x%20onerror=%22window.taken=1%22%3E", "window.taken ?? null");
