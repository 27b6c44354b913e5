// Who reads the log reads passwords (Express stood in for).
const support = require("support.cjs");

exports.rule = "javascript.secret-in-log";

const run = async (app) => {
  const lines = [];
  console.log = (...words) => lines.push(JSON.stringify(words));
  const answers = await support.serving(app, async (ask) => [
    (await ask.json("/sign-in", { email: "ann@shop.test", password: "horse-battery" })).text,
    (await ask.json("/register", { email: "ann@shop.test", password: "horse-battery" })).text,
  ]);
  return { lines, answers };
};

exports.good = async (app) => {
  const { lines, answers } = await run(app);
  return [answers, lines.map((line) => line.includes("ann@shop.test"))];
};
exports.attack = async (app) => (await run(app)).lines.find((line) => line.includes("horse")) ?? null;
