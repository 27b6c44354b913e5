// An operator in the body stands for any password (MongoDB and Express stood in for).
const support = require("support.cjs");

exports.rule = "javascript.nosql-injection";

exports.good = (app) =>
  support.serving(app, async (ask) => [
    (await ask.json("/login", { name: "ann", password: "pw1" })).text,
    (await ask.json("/login", { name: "ann", password: "wrong" })).text,
  ]);

exports.attack = (app) =>
  support.serving(app, async (ask) => {
    const { text } = await ask.json("/login", { name: "root", password: { $ne: "" } });
    return text === "no" ? null : text;
  });
