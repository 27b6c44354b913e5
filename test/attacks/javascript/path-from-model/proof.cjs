// A name that a model asks for leads out of the folder with ../ (real files; the protocol's server stood in for).
const fs = require("node:fs");

exports.rule = "javascript.path-from-model-output";

const call = async (program, args) => {
  let run;
  program.register({ tool: (name, schema, handler) => (run = handler) });
  return (await run(args)).content[0].text;
};

exports.prepare = () => {
  fs.mkdirSync("notes/plans", { recursive: true });
  fs.writeFileSync("notes/plans/today.txt", "call Ann");
  fs.writeFileSync("secret.txt", "for nobody");
};
exports.good = (program) => call(program, { name: "plans/today.txt" });
exports.attack = (program) => call(program, { name: "../secret.txt" }).catch(() => null);
