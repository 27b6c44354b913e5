// Equal parts of a text are equal in its cipher.
exports.rule = "javascript.weak-cipher";

const key = Buffer.alloc(32, 7);

exports.good = ({ seal, open }) => open(seal("hello", key), key);

exports.attack = ({ seal }) => {
  const sealed = seal("0123456789abcdef".repeat(2), key).toString("hex");
  return sealed.slice(0, 32) === sealed.slice(32, 64) || null;
};
