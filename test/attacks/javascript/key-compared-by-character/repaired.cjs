const crypto = require("node:crypto");

exports.mayCall = (token) => {
  const digest = (text) => crypto.createHash("sha256").update(String(text)).digest();
  return crypto.timingSafeEqual(digest(token), digest(process.env.SERVICE_TOKEN));
};
