// The comparison stops at the first wrong character; that it is not the one in constant time is seen at that function.
const crypto = require("crypto");

exports.rule = "javascript.timing-unsafe-compare";

const signature = crypto.createHmac("sha256", "key").update("paid").digest("hex");

exports.good = ({ accepts }) => [accepts("paid", signature, "key"), accepts("unpaid", signature, "key")];

exports.attack = ({ accepts }) => {
  const real = crypto.timingSafeEqual;
  let seen = false;
  crypto.timingSafeEqual = (...given) => (seen = true) && real(...given);
  accepts("paid", signature, "key");
  return seen ? null : "compared character by character";
};
