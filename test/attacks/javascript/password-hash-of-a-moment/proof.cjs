// A table of hashes that was made once tells the passwords of all users.
const crypto = require("node:crypto");

exports.rule = "javascript.weak-password-hash";

exports.good = ({ hashPassword, check }) => {
  const stored = hashPassword("correct horse");
  return [check("correct horse", stored), check("wrong", stored)];
};

exports.attack = ({ hashPassword }) => {
  const table = new Map(["secret", "letmein", "dragon"].map((one) => [crypto.createHash("md5").update(one).digest("hex"), one]));
  return table.get(hashPassword("dragon")) ?? null;
};
