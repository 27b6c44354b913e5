// An error shows the caller the lines of the program, beside a message that says little (Express stood in for).
const support = require("support.cjs");

exports.rule = "javascript.stack-trace-to-client";

exports.good = (app) => support.serving(app, async (ask) => (await ask("/order/7")).text);

exports.attack = (app) =>
  support.serving(app, async (ask) => {
    const { text } = await ask("/order/0");
    return /orders\.internal|\.cjs:/.test(text) ? text : null;
  });
