const cp = require("child_process");

function checksum(file) {
  const command = "cksum " + file;
  return cp.execSync(command, { encoding: "utf8" }).split(" ")[0];
}

module.exports = { checksum };
