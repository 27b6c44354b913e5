// A token with the algorithm none and an unknown key is accepted (real jsonwebtoken).
const jwt = require("jsonwebtoken");

exports.rule = "javascript.jwt-unverified";

exports.good = ({ userOf }) => userOf(jwt.sign({ sub: "ann" }, "key", { keyid: "2026" }));

exports.attack = ({ userOf }) => {
  try {
    return userOf(jwt.sign({ sub: "admin" }, null, { algorithm: "none" }));
  } catch {
    return null;
  }
};
