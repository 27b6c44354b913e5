// ../ in a request leads to a file beside the folder (Express stood in for).
const fs = require("node:fs");
const support = require("support.cjs");

exports.rule = "javascript.path-traversal";

exports.good = (app) => {
  fs.mkdirSync("documents/sub", { recursive: true });
  fs.writeFileSync("documents/sub/a.txt", "for all");
  return support.serving(app, async (ask) => (await ask("/read?name=sub/a.txt")).text);
};

exports.attack = (app) => {
  support.own("secret", "for nobody");
  return support.serving(app, async (ask) => {
    const { text } = await ask("/read?name=../private/secret");
    return text.includes("for nobody") || null;
  });
};
