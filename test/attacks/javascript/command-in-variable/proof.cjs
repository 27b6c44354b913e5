// A file name with $( ) runs a program.
const fs = require("node:fs");

exports.rule = "javascript.command-from-parameter";

exports.good = ({ checksum }) => {
  fs.writeFileSync("a.txt", "12345");
  return checksum("a.txt");
};

exports.attack = ({ checksum }) => {
  fs.writeFileSync("a.txt", "12345");
  try {
    checksum("a.txt$(touch taken)");
  } catch {}
  return fs.existsSync("taken") || null;
};
