const vm = require("vm");
const rl = require("readline").createInterface({ input: process.stdin });

// ruleid: javascript.code-from-program-input
console.log(eval(process.argv[2]));
rl.question("Expression: ", (answer) => {
  // ruleid: javascript.code-from-program-input
  console.log(vm.runInNewContext(answer, {}));
});
// ruleid: javascript.code-from-program-input
const rule = new Function("value", "return " + process.env.RULE);
// ok: javascript.code-from-program-input
console.log(JSON.parse(process.argv[2]));
// ok: javascript.code-from-program-input
console.log(eval(`${Number(process.argv[2])} * 2`));
// ok: javascript.code-from-program-input
console.log(eval("1 + 1"));
// ruleid: javascript.code-from-program-input
vm.runInNewContext(fs.readFileSync(0, "utf8"), {});
process.stdin.on("data", (chunk) => {
  // ruleid: javascript.code-from-program-input
  new vm.Script(chunk.toString()).runInThisContext();
  // ok: javascript.code-from-program-input
  show(JSON.parse(chunk.toString()));
});
