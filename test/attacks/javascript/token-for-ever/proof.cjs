// A stolen token is good in a year (real jsonwebtoken, with its clock a year ahead).
const jwt = require("jsonwebtoken");

exports.rule = "javascript.jwt-without-expiry";

exports.good = ({ issue }) => jwt.verify(issue("ann", "key"), "key").sub;

exports.attack = ({ issue }) => {
  try {
    return jwt.verify(issue("ann", "key"), "key", { clockTimestamp: Math.floor(Date.now() / 1000) + 365 * 86400 }).sub;
  } catch {
    return null;
  }
};
