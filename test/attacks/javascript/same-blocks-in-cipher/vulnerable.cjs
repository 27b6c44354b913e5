const crypto = require("crypto");

exports.seal = (text, key) => {
  const cipher = crypto.createCipheriv("aes-256-ecb", key, null);
  return Buffer.concat([cipher.update(text), cipher.final()]);
};
exports.open = (sealed, key) => {
  const cipher = crypto.createDecipheriv("aes-256-ecb", key, null);
  return Buffer.concat([cipher.update(sealed), cipher.final()]).toString();
};
