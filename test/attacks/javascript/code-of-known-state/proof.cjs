// Who knows the generator's state computes the next code; a generator whose state is known stands in for it (TypeScript).
exports.rule = "javascript.weak-random";

exports.good = (program) => [/^\d{6}$/.test(program.createResetCode()), /^[a-z]{20}$/.test(program.generateApiKey())];

exports.attack = (program) => {
  Math.random = () => 0.123456789;
  const same = program.createResetCode() === program.createResetCode() || program.generateApiKey() === program.generateApiKey();
  return same || null;
};
