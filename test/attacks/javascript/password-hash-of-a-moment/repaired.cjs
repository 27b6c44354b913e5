const crypto = require("crypto");

exports.hashPassword = (password) => {
  const salt = crypto.randomBytes(16);
  return `${salt.toString("hex")}:${crypto.scryptSync(password, salt, 32).toString("hex")}`;
};
exports.check = (password, stored) => {
  const [salt, hash] = stored.split(":").map((part) => Buffer.from(part, "hex"));
  return crypto.timingSafeEqual(crypto.scryptSync(password, salt, 32), hash);
};
