// ../ in a request leads to a file beside the folder, where the path is put together in the call itself or as text.
const fs = require("node:fs");
const support = require("support.cjs");

exports.rule = "javascript.path-traversal";

const routes = ["/joined", "/written", "/added", "/resolved"];

exports.good = (app) => {
  fs.mkdirSync("documents/sub", { recursive: true });
  fs.writeFileSync("documents/sub/a.txt", "for all");
  return support.serving(app, (ask) =>
    Promise.all(routes.map(async (route) => (await ask(`${route}?name=sub/a.txt`)).text)),
  );
};

exports.attack = (app) => {
  support.own("secret", "for nobody");
  return support.serving(app, async (ask) => {
    const texts = await Promise.all(routes.map(async (route) => (await ask(`${route}?name=../private/secret`)).text));
    return texts.some((text) => text.includes("for nobody")) || null;
  });
};
