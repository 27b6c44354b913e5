const jwt = require("jsonwebtoken");

function issue(user, key) {
  return jwt.sign({ sub: user }, key, { expiresIn: "10m" });
}

module.exports = { issue };
