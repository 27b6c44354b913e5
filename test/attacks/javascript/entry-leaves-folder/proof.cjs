// An entry named ../ writes beside the folder (an archive's entries stood in for).
const fs = require("node:fs");

exports.rule = "javascript.archive-extraction";

const zip = (entryName) => ({ getEntries: () => [{ entryName, getData: () => Buffer.from("hello") }] });

exports.good = ({ unpack }) => {
  fs.mkdirSync("out", { recursive: true });
  unpack(zip("a.txt"), "out");
  return fs.readFileSync("out/a.txt", "utf8");
};

exports.attack = ({ unpack }) => {
  try {
    unpack(zip("../taken.txt"), "out");
  } catch {}
  return fs.existsSync("taken.txt") || null;
};
