// ../ in a request leads to a file beside the folder (Express stood in for).
const fs = require("node:fs");
const support = require("support.cjs");

exports.rule = "javascript.path-traversal";

exports.good = (app) => {
  fs.mkdirSync("reports", { recursive: true });
  fs.writeFileSync("reports/a.txt", "for all");
  return support.serving(app, async (ask) => (await ask("/report?name=a.txt")).text);
};

exports.attack = (app) => {
  support.own("secret", "for nobody");
  return support.serving(app, async (ask) => {
    const { text } = await ask("/report?name=../private/secret");
    return text.includes("for nobody") || null;
  });
};
