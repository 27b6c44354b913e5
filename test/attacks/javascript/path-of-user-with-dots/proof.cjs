// ../ in a name removes a file beside the folder (TypeScript).
const fs = require("node:fs");

exports.rule = "javascript.path-from-parameter";

exports.good = ({ remove }) => {
  fs.mkdirSync("homes/ann", { recursive: true });
  fs.writeFileSync("homes/ann/old.txt", "");
  remove("ann", "old.txt");
  return [fs.readdirSync("homes/ann")];
};

exports.attack = ({ remove }) => {
  fs.writeFileSync("precious", "");
  try {
    remove("ann", "../../precious");
  } catch {}
  return fs.existsSync("precious") ? null : "removed";
};
