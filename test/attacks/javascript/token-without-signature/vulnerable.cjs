const jwt = require("jsonwebtoken");

const keys = { 2026: "key" };

function userOf(token) {
  const { header } = jwt.decode(token, { complete: true });
  return jwt.verify(token, keys[header.kid], { algorithms: ["HS256", "none"] }).sub;
}

module.exports = { userOf };
