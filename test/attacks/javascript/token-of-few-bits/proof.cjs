// Who knows the generator's state computes the next token; a generator whose state is known stands in for it.
exports.rule = "javascript.weak-random";

exports.good = ({ start }) => {
  const { user, sessionId } = start("ann");
  return [user, sessionId.length > 5];
};

exports.attack = ({ start }) => {
  Math.random = () => 0.123456789;
  return start("ann").sessionId === start("bob").sessionId || null;
};
