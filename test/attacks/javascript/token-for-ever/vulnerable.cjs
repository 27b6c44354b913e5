const jwt = require("jsonwebtoken");

function issue(user, key) {
  return jwt.sign({ sub: user }, key);
}

module.exports = { issue };
