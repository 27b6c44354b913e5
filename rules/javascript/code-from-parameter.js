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
