// Names in a request give every object of the program a field (Express stood in for).
const support = require("support.cjs");

exports.rule = "javascript.prototype-pollution";

exports.good = (app) =>
  support.serving(app, async (ask) => (await ask.json("/settings", { group: "theme", key: "colour", value: "red" })).text);

exports.attack = async (app) => {
  await support.serving(app, (ask) => ask.json("/settings", { group: "__proto__", key: "isAdmin", value: true }));
  return {}.isAdmin ?? null;
};
