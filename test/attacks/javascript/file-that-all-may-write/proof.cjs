// Every user of the machine may change the program.
const fs = require("node:fs");

exports.rule = "javascript.world-writable-mode";

const mode = ({ install }) => {
  fs.writeFileSync("run.sh", "");
  install("run.sh");
  return fs.statSync("run.sh").mode;
};

exports.good = (program) => (mode(program) & 0o700) === 0o700;

exports.attack = (program) => (mode(program) & 0o022) || null;
