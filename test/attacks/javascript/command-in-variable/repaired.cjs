const cp = require("child_process");

function checksum(file) {
  return cp.execFileSync("cksum", [file], { encoding: "utf8" }).split(" ")[0];
}

module.exports = { checksum };
