// A quote in a request reads all rows (real SQLite; Express stood in for).
const support = require("support.cjs");

exports.rule = "javascript.sql-injection";

exports.good = (app) => support.serving(app, async (ask) => (await ask("/user?name=ann")).text);

exports.attack = (app) =>
  support.serving(app, async (ask) => {
    const { text } = await ask("/user?name=x'%20OR%20'1'='1");
    return text.includes("b@x") ? text : null;
  });
