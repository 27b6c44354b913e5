// A link to the own site leads the visitor to another one, or runs a script (a real browser).
const support = require("support.cjs");

exports.rule = "javascript.dom-open-redirect";
exports.asText = true;

const reads = () => ({ path: window.wentTo ?? location.pathname + location.hash, ran: window.ran === true });
const visit = (script, next) => support.inBrowser("<p>Welcome</p>", script, `?next=${encodeURIComponent(next)}`, reads);

exports.good = async (script) => (await visit(script, "/orders?seen=1#list")).path;
exports.attack = async (script) => {
  const seen = await visit(script, "javascript:void(window.ran = true)");
  return seen.ran || null;
};
