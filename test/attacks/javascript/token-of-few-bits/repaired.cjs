const crypto = require("node:crypto");

function start(user) {
  const sessionId = crypto.randomBytes(16).toString("hex");
  return { user, sessionId };
}

module.exports = { start };
