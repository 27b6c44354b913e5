// The comparison stops at the first wrong character; that it is not the one in constant time is seen at that function.
const crypto = require("crypto");

exports.rule = "javascript.timing-unsafe-secret-compare";

exports.prepare = () => {
  process.env.SERVICE_TOKEN = "s3cret-of-this-service";
};

exports.good = (program) => [program.mayCall("s3cret-of-this-service"), program.mayCall("another")];

exports.attack = (program) => {
  const real = crypto.timingSafeEqual;
  let seen = false;
  crypto.timingSafeEqual = (...given) => (seen = true) && real(...given);
  program.mayCall("s3cret-of-this-serving");
  return seen ? null : "compared character by character";
};
