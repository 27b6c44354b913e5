const vm = require("vm");

function calculate(expression) {
  // ruleid: javascript.code-from-parameter
  return eval(expression);
}

// ruleid: javascript.code-from-parameter
const compile = (body) => new Function("input", "return " + body);

class Sandbox {
  run(code) {
    // ruleid: javascript.code-from-parameter
    return vm.runInNewContext(code, {});
  }
}

function parse(text) {
  // ok: javascript.code-from-parameter
  return JSON.parse(text);
}

function power(base, exponent) {
  // ok: javascript.code-from-parameter
  return eval(`${Number(base)} ** ${Number(exponent)}`);
}

function fixed(flag) {
  // ok: javascript.code-from-parameter
  return flag ? eval("1 + 1") : 0;
}

function later(code) {
  // ruleid: javascript.code-from-parameter
  setInterval("tick(" + code + ")", 1000);
  // ok: javascript.code-from-parameter
  setInterval(() => tick(code), 1000);
}

class Workflow {
  constructor() {
    this.steps = [];
  }
  async run(context) {
    for (const step of this.steps) {
      // ruleid: javascript.code-from-parameter
      if (step.when && !new Function("context", `return ${step.when}`)(context)) continue;
      // ok: javascript.code-from-parameter
      if (step.condition && !context[step.condition]) continue;
      await step.run(context);
    }
  }
}
function runTask(code, file) {
  // ruleid: javascript.code-from-parameter
  new Worker(code, { eval: true });
  // ok: javascript.code-from-parameter
  new Worker(file, { workerData: { code } });
}
parentPort.on("message", ({ fn, a, b }) => {
  // ruleid: javascript.code-from-parameter
  parentPort.postMessage(new Function("a", "b", fn)(a, b));
});
process.on("message", (job) => {
  // ruleid: javascript.code-from-parameter
  process.send(eval(job.code));
});
parentPort.on("message", ({ op, a, b }) => {
  // ok: javascript.code-from-parameter
  parentPort.postMessage(new Function("a", "b", "return a + b")(a, b));
});
