// A field that no form has makes an administrator, beside a list of those that may be set (Express stood in for).
const support = require("support.cjs");

exports.rule = "javascript.mass-assignment";

exports.good = (app) => support.serving(app, async (ask) => (await ask.json("/users/ann", { mail: "b@x" })).text);

exports.attack = (app) =>
  support.serving(app, async (ask) => {
    const { text } = await ask.json("/users/ann", { mail: "b@x", role: "admin" });
    return text.includes("admin") || null;
  });
