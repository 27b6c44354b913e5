// Every user of the machine may change the key that the program writes.
const fs = require("node:fs");

exports.rule = "javascript.world-writable-mode";

const modes = ({ store }) => {
  const before = process.umask(0o022);
  store("key.pem", "log.txt");
  process.umask(before);
  return ["key.pem", "log.txt"].map((file) => fs.statSync(file).mode & 0o777);
};

exports.good = (program) => modes(program).map((mode) => mode & 0o600);

exports.attack = (program) => modes(program).some((mode) => mode & 0o002) || null;
