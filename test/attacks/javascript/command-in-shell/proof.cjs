// A quote in a request starts a second program (Express stood in for).
const fs = require("node:fs");
const support = require("support.cjs");

exports.rule = "javascript.os-command-injection";

exports.good = (app) => {
  fs.writeFileSync("a b.txt", "12345");
  return support.serving(app, async (ask) => (await ask("/size?file=a%20b.txt")).text);
};

exports.attack = async (app) => {
  await support.serving(app, (ask) => ask('/size?file=%22%3Btouch%20taken%3B%22'));
  return fs.existsSync("taken") || null;
};
