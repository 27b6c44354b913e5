// A token that somebody else signed is taken for the user's (real jsonwebtoken; Express stood in for).
const jwt = require("jsonwebtoken");
const support = require("support.cjs");

exports.rule = "javascript.jwt-unverified";

exports.prepare = () => {
  process.env.JWT_KEY = "of the test";
};

const me = (app, sub, key) => {
  const headers = { authorization: `Bearer ${jwt.sign({ sub }, key)}` };
  return support.serving(app, async (ask) => (await ask("/me", { headers })).text);
};

exports.good = (app) => me(app, "ann", "of the test");

exports.attack = async (app) => {
  const text = await me(app, "admin", "guessed");
  return text.includes("admin") ? text : null;
};
