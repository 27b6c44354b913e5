// A key in JSON gives every object of the program a field.
exports.rule = "javascript.merge-without-key-check";

exports.good = ({ merge }) => merge({ a: { b: 1 } }, JSON.parse('{"a": {"c": 2}, "d": 3}'));

exports.attack = ({ merge }) => {
  merge({}, JSON.parse('{"__proto__": {"isAdmin": true}}'));
  return {}.isAdmin ?? null;
};
