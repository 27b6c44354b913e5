// Another page sends a message, and this one does as it says (a real browser; the page itself is the other one).
const support = require("support.cjs");

exports.rule = "javascript.message-origin-unchecked";
exports.asText = true;

const body = "<h1 id=title></h1>";
const send = (origin) =>
  `(() => { dispatchEvent(new MessageEvent("message", { data: { title: "new" }, origin: ${JSON.stringify(origin)} })); return document.querySelector("#title").textContent || null; })()`;

exports.good = (script) => support.inBrowser(body, script, "", send("https://shop.example.com"));

exports.attack = (script) => support.inBrowser(body, script, "", send("https://evil.example.com"));
