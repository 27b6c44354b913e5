import { expect } from "chai";
import { languageById } from "../../../../server/engine/languages/registry.ts";
import { type CompiledFormula, compileFormula } from "../../../../server/engine/patterns/compileFormula.ts";
import type { Match } from "../../../../server/engine/patterns/match.ts";
import { createMatchContext } from "../../../../server/engine/patterns/matchContext.ts";
import { matchFormula } from "../../../../server/engine/patterns/matchFormula.ts";
import type { Formula, RuleProblem } from "../../../../server/engine/rules/rule.ts";
import type { LanguageId, ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { loadParse } from "../languages/trees.ts";

const place = { file: "rule.yaml", line: 3, column: 4 };
const pattern = (source: string): Formula => ({ op: "pattern", source, place });
const all = (...of: Formula[]): Formula => ({ op: "all", of, where: [], focus: [] });

let parse: ParseText;
before(async () => {
  parse = await loadParse();
});

function compile(formula: Formula, language: LanguageId = "javascript"): CompiledFormula {
  const compiled = compileFormula(formula, language, parse);
  if ("kind" in compiled) throw new Error(compiled.message);
  return compiled;
}

function problem(formula: Formula, language: LanguageId = "javascript"): RuleProblem {
  const compiled = compileFormula(formula, language, parse);
  if ("kind" in compiled) return compiled;
  throw new Error("It compiled.");
}

function find(
  formula: Formula,
  text: string,
  options: { language?: LanguageId; precise?: boolean; steps?: number } = {},
): Match[] {
  const { language = "javascript", precise = false, steps = 100_000 } = options;
  const tree = languageById(language).convert(parse(language, text));
  return matchFormula(compile(formula, language), createMatchContext(tree, { left: steps }, { precise }));
}

const textsOf = (matches: readonly Match[], text: string): string[] =>
  matches.map(({ span }) => text.slice(span.start, span.end));

describe("what a match gives", () => {
  const text = 'const a = 1; run("x", a, [2]); run(`y`);';
  it("has the span and the node of the code, and its bindings", () => {
    const [first, second] = find(pattern("run($X, ...)"), text);
    expect(textsOf(first ? [first] : [], text)).to.deep.equal(['run("x", a, [2])']);
    expect(first?.node?.kind).to.equal("call");
    expect(first?.bindings.get("$X")?.text).to.equal('"x"');
    expect(first?.bindings.get("$X")?.nodes[0]?.kind).to.equal("string");
    expect(second?.bindings.get("$X")?.text).to.equal("`y`");
  });
  it("binds the content of a string without its quotes", () => {
    const binding = find(pattern('run("$X", ...)'), text)[0]?.bindings.get("$X");
    expect(binding?.text).to.equal("x");
    expect(text.slice(binding?.span.start, binding?.span.end)).to.equal("x");
  });
  it("binds several arguments to one name", () => {
    const binding = find(pattern("run($X, $...REST)"), text)[0]?.bindings.get("$...REST");
    expect(binding?.text).to.equal("a, [2]");
    expect(binding?.nodes).to.have.length(2);
  });
  it("moves to the focus", () => {
    const formula: Formula = { op: "all", of: [pattern("run($X, $Y, $Z)")], where: [], focus: [["$Y", "$Z"]] };
    expect(textsOf(find(formula, text), text)).to.deep.equal(["a", "[2]"]);
  });
  it("is in order and given once", () => {
    const formula: Formula = { op: "any", of: [pattern("f($X)"), pattern("f(...)"), pattern("f($X)")] };
    expect(textsOf(find(formula, "f(2); f(f(1))"), "f(2); f(f(1))")).to.deep.equal(
      ["f(2)", "f(2)", "f(f(1))", "f(f(1))", "f(1)", "f(1)"].sort(
        (a, b) => "f(2); f(f(1))".indexOf(a) - "f(2); f(f(1))".indexOf(b),
      ),
    );
  });
  it("covers a sequence from its first to its last statement", () => {
    const code = "a(); b(); c(); d();";
    expect(textsOf(find(pattern("a();\n...\nc();"), code), code)).to.deep.equal(["a(); b(); c();"]);
  });
  it("ends when the steps are used up", () => {
    const code = "f(1);".repeat(100);
    expect(find(pattern("f($X)"), code, { steps: 30 }).length).to.be.within(1, 20);
  });
});

describe("templates", () => {
  for (const [text, code, expected] of [
    ["`a${f(`b${$X}`)}c`", "g(`a${f(`b${d}`)}c`)", 1],
    ["`a${$X.replace(/[\"']/g, (mark) => `b${$Y}`)}`", "g(`a${text.replace(/[\"']/g, (mark) => `b${mark}`)}`)", 1],
    ["`a${f(/.../, `b${$X};`)}</c>`", "g(`a${f(/x/, `b${d};`)}</c>`)", 1],
    ["`a${f(`b`)}c`", "g(`a${f(`d`)}c`)", 0],
  ] as const)
    it(`${text} in templates`, () => expect(find(pattern(text), code).length).to.equal(expected));
});

it("a quote behind `/.../` opens a string", () => {
  const replaced = pattern('f(x.replace(/.../, `a`) + "</b>")');
  expect(find(replaced, 'f(x.replace(/[a-z]/g, `a`) + "</b>");').length).to.equal(1);
});

describe("options in a variable", () => {
  const off = pattern("open($X, {..., safe: false, ...})");
  for (const [title, code, precise] of [
    ["a constant", "const o = { safe: false }; open(x, o)", true],
    ["another value", "const o = { safe: true }; open(x, o)", false],
    ["written twice", "let o = { safe: false }; o = other(); open(x, o)", false],
    ["a parameter", "function f(o = { safe: false }) { open(x, o) }", false],
  ] as const)
    it(title, () => {
      expect(find(off, code).length > 0, "documented").to.equal(false);
      expect(find(off, code, { precise: true }).length > 0, "precise").to.equal(precise);
    });
  it("a default in a pattern is a key with a value", () => {
    const taken = pattern("({..., a: $X, ...} = o)");
    expect(find(taken, "const { a = 1 } = o;").length, "documented").to.equal(0);
    expect(find(taken, "const { a = 1 } = o;", { precise: true }).length, "precise").to.equal(1);
  });
});

describe("names", () => {
  const exec = pattern("child_process.exec(...)");
  for (const [title, code, documented, precise] of [
    ["a namespace", 'import * as cp from "child_process"; cp.exec(a)', true, true],
    ["a named import", 'import { exec as e } from "child_process"; e(a)', true, true],
    ["require", 'const cp = require("child_process"); cp.exec(a)', true, true],
    ["a destructured require", 'const { exec: e } = require("child_process"); e(a)', true, true],
    ["a default import", 'import cp from "child_process"; cp.exec(a)', false, true],
    ["the node: prefix", 'import { exec } from "node:child_process"; exec(a)', false, true],
    ["a property of require", 'const e = require("child_process").exec; e(a)', false, true],
    ["require in place", 'require("child_process").exec(a)', false, true],
    ["a parameter of that name", 'import { exec } from "child_process"; function f(exec) { exec(a) }', false, false],
    ["another module", 'import { exec } from "./other"; exec(a)', false, false],
    ["a file of the module's name", 'import { exec } from "./child_process"; exec(a)', true, false],
    ["a variable that holds the function", 'import { exec } from "child_process"; const run = exec; run(a)', false, true],
    ["a variable that holds a method", 'import * as cp from "child_process"; const run = cp.exec; run(a)', false, true],
    ["a variable of two functions", 'import { exec } from "child_process"; let run = exec; run = log; run(a)', false, false],
    ["a function that is only named", 'import { exec } from "child_process"; const run = exec; log(run)', false, false],
    [
      "another variable of that name",
      'import { exec } from "child_process"; const run = exec; function f(run) { run(a) }',
      false,
      false,
    ],
  ] as const)
    it(title, () => {
      expect(find(exec, code).length > 0, "documented").to.equal(documented);
      expect(find(exec, code, { precise: true }).length > 0, "precise").to.equal(precise);
    });
  it("resolves names and constants for others", () => {
    const tree = languageById("python").convert(
      parse("python", 'from flask import request as r\nq = "a" + "b"\nr.args.get(q)\n'),
    );
    const context = createMatchContext(tree, { left: 1000 });
    const call = tree.root.children[2];
    expect(call?.children[0] && context.resolveName(call.children[0])).to.equal("flask.request.args.get");
    expect(call?.children[1] && context.resolveConstant(call.children[1])).to.equal("ab");
  });
});

describe("constants", () => {
  for (const [title, code, expected] of [
    ["assigned once", "let a = 'x'; f(a);", true],
    ["assigned again", "let a = 'x'; a = g(); f(a);", false],
    ["assigned again in a function", "let a = 'x'; function h() { a = g(); } f(a);", false],
    ["assigned later in a loop", "let a = 'x'; for (;;) { f(a); a = g(); }", false],
    ["assigned in a branch", "let a = 'x'; if (b) { a = g(); } f(a);", false],
    ["overwritten before", "let a = g(); a = 'x'; f(a);", true],
    ["two constants", "let a = 'x'; if (b) { a = 'y'; } f(a);", true],
    ["a parameter", "function h(a) { f(a); }", false],
    ["referring to itself", "let a = a + 'x'; f(a);", false],
    ["referring to one another", "let a = b; let b = a; f(a);", false],
  ] as const)
    it(title, () => expect(find(pattern('f("...")'), code).length > 0).to.equal(expected));
});

describe("what a file needs", () => {
  for (const [title, formula, needs] of [
    ["names", pattern("a.b(c, $X)"), [["b", "a", "c"]]],
    ["either", { op: "any", of: [pattern("a()"), pattern("b.$X()")] } as Formula, [["a"], ["b"]]],
    ["both and inside", all(pattern("a($X)"), { op: "inside", of: pattern("b(...)") }), [["a", "b"]]],
    ["not is no need", all(pattern("a($X)"), { op: "not", of: pattern("b(...)") }), [["a"]]],
    ["only metavariables", pattern("$F($X)"), []],
    [
      "a condition",
      {
        op: "all",
        of: [pattern("$F($X)")],
        where: [{ op: "regex", metavariable: "$F", source: "^(a|b)$", place }],
        focus: [],
      } as Formula,
      [["a"], ["b"]],
    ],
    [
      "a condition on a literal is none",
      {
        op: "all",
        of: [pattern("$F($X)")],
        where: [{ op: "regex", metavariable: "$X", source: "^(True|1024)$", place }],
        focus: [],
      } as Formula,
      [],
    ],
    [
      "a condition on the content of a string is none",
      {
        op: "all",
        of: [pattern('$F("$X")')],
        where: [{ op: "regex", metavariable: "$X", source: "^md5$", place }],
        focus: [],
      } as Formula,
      [],
    ],
    ["strings are not needed: they may be put together", pattern('$X("abc")'), []],
    ["an imported module", pattern('import $X from "m-n"'), [["m", "n"]]],
  ] as const)
    it(title, () => expect(compile(formula).needs).to.deep.equal(needs));
});

describe("a formula that cannot be used", () => {
  for (const [title, formula, language, kind, key] of [
    ["broken code", pattern("f(("), "javascript", "error", "pattern"],
    ["nothing", pattern("  "), "javascript", "error", "pattern"],
    ["a typed metavariable in Python", pattern("f(($X : int))"), "python", "error", "pattern"],
    ["a broken regex", { op: "regex", source: "(", place } as Formula, "javascript", "error", "pattern-regex"],
    ["a broken regex in a string", pattern('f("=~/(/")'), "javascript", "error", "pattern"],
  ] as const)
    it(`${title} is named with its place`, () =>
      expect(problem(formula, language)).to.include({ kind, key }).and.to.have.deep.property("place", place));
});
