// An expression in a request runs (Express stood in for).
const fs = require("node:fs");
const support = require("support.cjs");

exports.rule = "javascript.code-injection";

exports.good = (app) => support.serving(app, async (ask) => (await ask("/count?numbers=[1,2,3]")).text);

exports.attack = async (app) => {
  await support.serving(app, (ask) => ask("/count?numbers=process.mainModule.constructor._load('fs').writeFileSync('taken','')"));
  return fs.existsSync("taken") || null;
};
