import { expect } from "chai";
import { runRuleTests } from "../../../../server/engine/rules/testRules.ts";
import { engineOf, loadParser } from "../findings/engineFor.ts";

async function run(text: string, extra: Record<string, unknown> = {}, fixedText?: string) {
  const parser = await loadParser();
  const { rules } = engineOf([{ id: "a", pattern: "f(...)", ...extra }]);
  const fixed = fixedText === undefined ? {} : { fixedText };
  return runRuleTests({ rules, parse: parser.parse, file: { path: "a.js", text }, ...fixed });
}

describe("runRuleTests", () => {
  before(loadParser);

  it("passes when lines are as the comments say", async () => {
    const { results } = await run("// ruleid: a\nf(1);\n// ok: a\ng(1);\n");
    expect(results[0]).to.deep.include({ passed: true, expected: [1], seen: [1], okLines: 1 });
  });

  it("a match without a comment fails", async () => {
    expect((await run("f(1);\n")).results[0]).to.deep.include({ passed: false, unexpected: [0], missing: [] });
  });

  it("a missing match and a match at an ok line fail", async () => {
    expect((await run("// ruleid: a\ng(1);\n// ok: a\nf(1);\n")).results[0]).to.deep.include({
      passed: false,
      missing: [1],
      unexpected: [3],
    });
  });

  it("todo lines count for nothing", async () => {
    const { results } = await run("// todoruleid: a\ng(1);\n// todook: a\nf(1);\n");
    expect(results[0]).to.deep.include({ passed: true, todoLines: 2 });
  });

  it("several ids in one comment, and comments in a row", async () => {
    const { results, unknownIds } = await run("// ruleid: a, b\n// ok: c\nf(1);\n");
    expect(results[0]?.expected).to.deep.equal([2]);
    expect(unknownIds).to.deep.equal(["b", "c"]);
  });

  for (const [comment, ending] of [
    ["//ruleid:a", "js"],
    ["/* ruleid: a */", "js"],
    ["  /*ruleid:a*/", "js"],
    ["/**\n * ruleid: a\n", "js"],
    ["{/* ruleid: a */}", "js"],
    ["<!-- ruleid: a -->", "js"],
    ["<!--ruleid:a-->", "js"],
    ["(* ruleid: a *)", "js"],
    ["# ruleid : a", "py"],
    ["-- ruleid: other, a", "js"],
    ["g(1); // ruleid: other , a", "js"],
  ] as const)
    it(`is told by the comment ${JSON.stringify(comment)}`, async () => {
      const parser = await loadParser();
      const { rules } = engineOf([{ id: "a", languages: ["regex"], pattern: undefined, "pattern-regex": "found" }]);
      const text = `${comment}\nfound\n`.replace("\n\n", "\n");
      const { results } = runRuleTests({ rules, parse: parser.parse, file: { path: `a.${ending}.txt`, text } });
      expect(results[0]).to.deep.include({ passed: true, expected: [text.split("\n").length - 2] });
    });

  it("what is no comment says nothing", async () => {
    for (const text of ["x = { ok: a };\nf(1);\n", 'get("http://ok:8080");\nf(1);\n', "interface B { b: 1; ok: a }\nf(1);\n"])
      expect((await run(text)).unknownIds, text).to.deep.equal([]);
  });

  it("a comment behind code speaks of the next line, and the code is what the comment above speaks of", async () => {
    const { results } = await run("// ruleid: a\nf(1); // ok: a\ng(1);\n");
    expect(results[0]).to.deep.include({ passed: true, expected: [1], okLines: 1 });
  });

  it("what is said of another engine counts for nothing", async () => {
    const { results } = await run("// proruleid: a\ng(1);\n// deepok: a\nf(1);\n");
    expect(results[0]).to.deep.include({ passed: true, todoLines: 2 });
  });

  it("passes over the paths of a rule", async () => {
    expect((await run("// ruleid: a\nf(1);\n", { paths: { include: ["src/"] } })).results[0]).to.include({ passed: true });
  });

  it("compares the text after all fixes", async () => {
    const fix = { fix: "g(1)" };
    expect((await run("f(1); f(2);", fix, "g(1); g(1);")).fixed).to.include({ passed: true });
    expect((await run("f(1);", fix, "g(2);")).fixed).to.include({ passed: false, got: "g(1);" });
  });

  it("gives rules that do not compile", async () => {
    const { problems } = await run("f(1);", { pattern: "function (" });
    expect(problems.map(({ ruleId }) => ruleId)).to.deep.equal(["a"]);
  });
});
