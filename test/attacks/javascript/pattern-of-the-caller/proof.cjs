// A regex in a request finds what the term does not stand in (Express stood in for).
const support = require("support.cjs");

exports.rule = "javascript.regex-injection";

exports.good = (app) => support.serving(app, async (ask) => (await ask("/find?term=key")).text);

exports.attack = (app) =>
  support.serving(app, async (ask) => {
    const { text } = await ask("/find?term=k%5Ba-z%5D*-%5Cd");
    return text.includes("key-17") || null;
  });
