// A page of another origin reads a message that was meant for one (a real browser, in which the window stands in for that page).
const support = require("support.cjs");

exports.rule = "javascript.post-message-to-any";
exports.asText = true;

/** What a window of this origin receives, as browsers decide it: HTML Standard, "window post message steps". */
const receivedBy = (origin) => `(sent => sent.filter(([, target]) => target === "*" || target === ${JSON.stringify(origin)}).map(([data]) => data)[0] ?? null)(window.sent)`;
const stub = "const sent = []; window.sent = sent; const partner = { postMessage: (data, target) => sent.push([data, target]) };\n";

exports.good = (script) => support.inBrowser("", stub + script, "", receivedBy("https://shop.example.com"));

exports.attack = (script) => support.inBrowser("", stub + script, "", receivedBy("https://evil.example.com"));
