const crypto = require("crypto");

function accepts(body, signature, key) {
  const expected = crypto.createHmac("sha256", key).update(body).digest();
  const given = Buffer.from(signature, "hex");
  return given.length === expected.length && crypto.timingSafeEqual(given, expected);
}

module.exports = { accepts };
