// The name of an upload leads out of the folder (Express and Multer stood in for).
const fs = require("node:fs");
const support = require("support.cjs");

exports.rule = "javascript.upload-filename";

const send = (app, originalname) => {
  fs.mkdirSync("uploads", { recursive: true });
  return support.serving(app, async (ask) => (await ask.json("/upload", { file: { originalname, buffer: "hello" } })).text);
};

exports.good = async (app) => [await send(app, "a.txt"), fs.readdirSync("uploads")];

exports.attack = async (app) => {
  await send(app, "../taken.txt");
  return fs.existsSync("taken.txt") || null;
};
