// ../ in a request leads out of a folder that is written in several parts (Express stood in for).
const fs = require("node:fs");
const support = require("support.cjs");

exports.rule = "javascript.path-traversal";

const folders = ["uploads", "data", "invoices", "users/ann", "avatars"];

exports.good = (app) => {
  fs.mkdirSync("app", { recursive: true });
  for (const folder of folders) {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(`${folder}/a.txt`, `for all in ${folder}`);
  }
  const texts = folders.map((folder) => support.serving(app, async (ask) => (await ask(`/${folder}/a.txt`)).text));
  return Promise.all(texts);
};

exports.attack = async (app) => {
  fs.writeFileSync(".env", "for nobody");
  const names = ["..%2F.env", "..%2F..%2F.env", "sub%2F..%2F..%2F.env"];
  const evil = folders.flatMap((folder) => names.map((name) => `/${folder}/${name}`));
  const texts = await support.serving(app, (ask) =>
    Promise.all([...evil, "/users/../.env", "/users/..%2F.env/.", "/users/../..%2F.env"].map(async (target) => (await ask(target)).text)),
  );
  return texts.some((text) => text.includes("for nobody")) || null;
};
