import { expect } from "chai";
import { createEngine } from "../../../server/engine/analyze.ts";
import type { Rule } from "../../../server/engine/rules/rule.ts";
import { analyze, engineOf, findingsOf, loadParser, taintRule } from "./findings/engineFor.ts";

describe("analyze", () => {
  before(loadParser);

  it("fills metavariables into message and fix", () => {
    const rule = { pattern: "f($X, $...REST)", message: "call of $X with value($X), $...REST and $NONE", fix: "g($X)" };
    const [finding] = findingsOf(rule, 'f("a",\n   b, c);');
    expect(finding).to.include({ message: 'call of "a" with "a", b, c and $NONE', fixText: 'g("a")', evidence: "direct match" });
    expect(finding?.captures.$X).to.deep.equal({ span: { start: 2, end: 5 }, text: '"a"' });
  });

  it("orders findings by place, then by rule", () => {
    const engine = engineOf([
      { id: "b", pattern: "f(...)" },
      { id: "a", pattern: "f(1)" },
      { id: "c", pattern: "g(...)" },
    ]);
    const { findings } = engine.analyze({ path: "a.js", text: "g(); f(1); f(2);" });
    expect(findings.map(({ ruleId, span }) => `${ruleId}${span.start}`)).to.deep.equal(["c0", "a5", "b5", "b11"]);
  });

  it("tells one secret once, by the rule that knows its form", () => {
    const literal = {
      id: "javascript.hardcoded-secret",
      patterns: [{ pattern: '$KEY = "$SECRET"' }, { "focus-metavariable": "$SECRET" }],
    };
    const formed = { id: "text.token", languages: ["regex"], "pattern-regex": "tok_\\w+" };
    const engine = engineOf([literal, formed, { id: "other", pattern: "f(...)" }]);
    const idsOf = (text: string): string[] => engine.analyze({ path: "a.js", text }).findings.map(({ ruleId }) => ruleId);
    expect(idsOf('f(tok_1); const k = "tok_abcdef"; const p = "hunter2";')).to.deep.equal([
      "other",
      "text.token",
      "text.token",
      "javascript.hardcoded-secret",
    ]);
    // The literal holds more than the known secret.
    expect(idsOf('const k = "tok_ab another-longer-secret";')).to.deep.equal(["javascript.hardcoded-secret", "text.token"]);
  });

  it("reports one place once, however many ways lead to it", () => {
    const rule = { "pattern-either": [{ pattern: "f($X)" }, { pattern: "f(...)" }, { pattern: "$F(1)" }] };
    expect(findingsOf(rule, "f(1);")).to.have.length(1);
  });

  it("gives topics for rules of the inventory", () => {
    const analysis = analyze({ pattern: "f(...)", severity: "INVENTORY", metadata: { checklist: ["headers"] } }, "f(1);");
    expect(analysis.findings).to.deep.equal([]);
    expect(analysis.topics).to.have.length(1);
    expect(analysis.topics[0]).to.deep.include({ ruleId: "r", checklist: ["headers"], span: { start: 0, end: 4 } });
  });

  it("keeps to the paths of a rule", () => {
    const engine = engineOf([{ pattern: "f()", paths: { include: ["src/"], exclude: ["*.test.js"] } }]);
    const count = (path: string): number[] => {
      const { findings, rulesRun } = engine.analyze({ path, text: "f()" });
      return [findings.length, rulesRun];
    };
    expect(["src/a.js", "src/a.test.js", "lib/a.js"].map(count)).to.deep.equal([
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
  });

  it("counts what it looked at", () => {
    const { lines, bytes, rulesRun, reviewed } = analyze({ pattern: "f()" }, 'x = "é€😀";\r\ny();\n');
    expect({ lines, bytes, rulesRun, reviewed }).to.deep.equal({
      lines: 2,
      bytes: Buffer.byteLength('x = "é€😀";\r\ny();\n'),
      rulesRun: 1,
      reviewed: true,
    });
  });

  it("says where the text could not be read, and reviews the rest", () => {
    const { findings, notReviewed } = analyze({ pattern: "f(...)" }, "f(1);\nlet = = ;;; (\nf(2);\n");
    expect(findings.length).to.be.at.least(1);
    expect(notReviewed).to.have.length(1);
    expect(notReviewed[0]).to.include({ path: "a.js", reason: "syntax errors" });
    expect(notReviewed[0]?.detail).to.match(/^Line 2, column \d+: /);
  });

  it("stops a rule that needs too many steps, names it, and goes on", () => {
    const engine = engineOf(
      [
        { id: "slow", ...taintRule },
        { id: "quick", languages: ["regex"], "pattern-regex": "sink" },
      ],
      { maxSteps: 400 },
    );
    const text = `const a = source();\n${"sink(a + b);\n".repeat(400)}`;
    const { findings, notReviewed } = engine.analyze({ path: "a.js", text });
    expect(notReviewed.map(({ reason, ruleId }) => `${reason} ${ruleId}`)).to.deep.equal(["step limit slow"]);
    expect(findings.filter(({ ruleId }) => ruleId === "quick")).to.have.length(400);
  });

  it("a language that is not read", () => {
    const { reviewed, notReviewed } = analyze({ pattern: "f()" }, "f()", "a.go");
    expect(reviewed).to.equal(false);
    expect(notReviewed.map(({ reason }) => reason)).to.deep.equal(["unsupported language"]);
  });

  it("rules for any text look at every file, and only code that is not read says so", () => {
    const rule = { languages: ["regex"], "pattern-regex": "secret" };
    const go = analyze(rule, "var secret = 1", "a.go");
    expect([go.findings.length, go.reviewed, go.notReviewed[0]?.reason]).to.deep.equal([1, true, "unsupported language"]);
    const yaml = analyze(rule, "secret: 1", "a.yaml");
    expect([yaml.findings.length, yaml.reviewed, yaml.notReviewed.length]).to.deep.equal([1, true, 0]);
    expect(analyze(rule, "secret = 1", "a.py").findings).to.have.length(1);
  });

  it("tells which rule is running", () => {
    const { rules, parse } = { rules: engineOf([{ pattern: "f()" }, { pattern: "zzz()" }]).rules, parse: undefined };
    expect(parse).to.equal(undefined);
    const seen: number[] = [];
    return loadParser().then((parser) => {
      createEngine({ rules, parse: parser.parse, onRule: (index) => seen.push(index) }).analyze({ path: "a.js", text: "f()" });
      expect(seen).to.deep.equal([0, -1]);
    });
  });

  it("gives problems of rules that do not compile, and leaves them out", () => {
    const engine = engineOf([
      { id: "bad", languages: ["python"], pattern: "def (:" },
      { id: "good", languages: ["python"], pattern: "f()" },
    ]);
    expect(engine.problems.map(({ ruleId }) => ruleId)).to.deep.equal(["bad"]);
    expect(engine.analyze({ path: "a.py", text: "f()" }).findings).to.have.length(1);
  });

  it("gives a problem for an id that comes twice, and runs the first", () => {
    const [rule] = engineOf([{ pattern: "f()" }]).rules as [Rule];
    return loadParser().then((parser) => {
      const engine = createEngine({ rules: [rule, { ...rule }], parse: parser.parse });
      expect(engine.problems.map(({ key }) => key)).to.deep.equal(["id"]);
      expect(engine.analyze({ path: "a.js", text: "f()" }).findings).to.have.length(1);
    });
  });

  it("never throws when the parser does", () => {
    const { rules } = engineOf([{ pattern: "f()" }]);
    const engine = createEngine({
      rules,
      parse: () => {
        throw new Error("no grammar");
      },
    });
    const { reviewed, notReviewed } = engine.analyze({ path: "a.js", text: "f()" });
    expect(reviewed).to.equal(false);
    expect(notReviewed[0]).to.include({ reason: "crashed" });
  });

  for (const [title, text] of [
    ["empty", ""],
    ["binary", "\u0000\u0001\ufffd\ud800"],
    ["one long line", `sink(source()); ${"a+".repeat(20_000)}b;`],
    ["10,000 parentheses", `${"(".repeat(10_000)}source()${")".repeat(10_000)}`],
    ["3,000 nested arrays", `sink(${"[".repeat(3000)}source()${"]".repeat(3000)});`],
    ["3,000 nested calls", `sink(${"f(".repeat(3000)}source()${")".repeat(3000)});`],
    ["2,000 nested blocks", `const a = source();${"{".repeat(2000)}sink(a)${"}".repeat(2000)}`],
    ["1,000 nested functions", `const a = source();${"() => {".repeat(1000)}sink(a)${"}".repeat(1000)}`],
    ["broken", "function (((( { if ] sink(source("],
  ] as const) {
    for (const path of ["a.js", "a.py", "a.tsx"])
      it(`never throws: ${title} as ${path}`, () => {
        for (const options of [{}, { linewarden: "precise" }]) {
          const analysis = analyze({ ...taintRule, options }, text, path);
          expect(analysis.reviewed).to.equal(true);
          expect(analysis.notReviewed.filter(({ reason }) => reason !== "syntax errors")).to.deep.equal([]);
        }
      });
  }
});
