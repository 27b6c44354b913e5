// A line end in a request writes a line of the attacker's choice (Express stood in for).
const util = require("node:util");
const support = require("support.cjs");

exports.rule = "javascript.log-injection";

const lines = async (app, user) => {
  let text = "";
  console.warn = (...given) => void (text += `${util.format(...given)}\n`);
  await support.serving(app, (ask) => ask(`/login?user=${user}`));
  return text.split("\n");
};

exports.good = (app) => lines(app, "ann");

exports.attack = async (app) => (await lines(app, "ann%0ALogin%20of%20admin")).includes("Login of admin") || null;
