// A script in the address stands in the page (Express stood in for).
const support = require("support.cjs");

exports.rule = "javascript.reflected-xss";

exports.good = (app) => support.serving(app, async (ask) => (await ask("/?name=ann")).text);

exports.attack = (app) =>
  support.serving(app, async (ask) => {
    const { text } = await ask("/?name=%22%3E%3Cscript%3E1%3C/script%3E");
    return support.elements(text).includes("script") || null;
  });
