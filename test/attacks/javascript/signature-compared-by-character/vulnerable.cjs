const crypto = require("crypto");

function accepts(body, signature, key) {
  const expected = crypto.createHmac("sha256", key).update(body).digest("hex");
  return signature === expected;
}

module.exports = { accepts };
