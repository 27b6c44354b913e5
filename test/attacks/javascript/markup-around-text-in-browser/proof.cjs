// A comment runs code in the page of whoever reads it (a real browser).
const support = require("support.cjs");

exports.rule = "javascript.html-from-text";
exports.asText = true;

const body = "<ul id=list></ul>";

exports.good = (script) =>
  support.inBrowser(body, `${script}; show({author: "ann", text: "1 < 2 & 3"})`, "", "document.querySelector('#list').textContent");

exports.attack = (script) =>
  support.inBrowser(
    body,
    `${script}; show({author: "eve", text: "<img src=x onerror='window.taken=1'>"})`,
    "",
    "window.taken ?? null",
  );
