// The comparison stops at the first wrong character; that it is not the one in constant time is seen at that function.
const crypto = require("crypto");
const support = require("support.cjs");

exports.rule = "javascript.timing-unsafe-compare";

exports.prepare = () => {
  process.env.API_KEY = "of the test";
};

const ask = (app, key) => support.serving(app, async (request) => (await request("/orders", { headers: { "x-api-key": key } })).text);

exports.good = async (app) => [await ask(app, "of the test"), await ask(app, "of the rest")];

exports.attack = async (app) => {
  const real = crypto.timingSafeEqual;
  let seen = false;
  crypto.timingSafeEqual = (...given) => (seen = true) && real(...given);
  await ask(app, "of the nest");
  return seen ? null : "compared character by character";
};
