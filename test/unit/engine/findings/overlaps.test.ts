import { expect } from "chai";
import { isToldElsewhere } from "../../../../server/engine/findings/overlaps.ts";
import type { Rule } from "../../../../server/engine/rules/rule.ts";
import { engineOf, loadParser } from "./engineFor.ts";

const weaker = (pattern: string) => ({ id: "weaker", pattern, metadata: { "yields-to": ["stronger"] } });

function idsFound(rules: readonly Record<string, unknown>[], text: string): string[] {
  return engineOf(rules)
    .analyze({ path: "a.js", text })
    .findings.map(({ ruleId }) => ruleId);
}

describe("a rule that yields to another is silent", () => {
  before(loadParser);

  for (const [title, stronger, other, text, expected] of [
    ["at the same code", "load($X)", "load(...)", "load(a);", ["stronger"]],
    ["around what the stronger one marks", "request.$X", "load(...)", "load(request.a);", ["stronger"]],
    ["within what the stronger one marks", "load(...)", "request.$X", "load(request.a);", ["stronger"]],
    ["nowhere else", "load(...)", "other(...)", "load(a); other(a);", ["stronger", "weaker"]],
    ["not where the stronger one finds nothing", "load(request)", "load(...)", "load(a);", ["weaker"]],
  ] as const)
    it(title, () => expect(idsFound([{ id: "stronger", pattern: stronger }, weaker(other)], text)).to.deep.equal(expected));
});

describe("a rule that looks at functions by themselves", () => {
  const step = { span: { start: 0, end: 1 }, role: "source", note: "" } as const;
  const place = { line: 0, character: 0 };
  const far = { ...step, elsewhere: { path: "b.js", start: place, end: place } };
  const rule = (within: boolean): Rule => {
    const [made] = engineOf([{ pattern: "a()", metadata: within ? { "within-file": true } : {} }]).rules;
    if (!made) throw new Error("no rule");
    return made;
  };
  before(loadParser);

  for (const [title, path, expected] of [
    ["from its source to its sink in one file", [step, step], false],
    ["a step in another file", [step, far, step], false],
    ["a source in another file", [far, step], true],
    ["a sink in another file", [step, far], true],
    ["no path", [], false],
  ] as const)
    it(`${title}: ${expected ? "told there" : "told here"}`, () => {
      expect(isToldElsewhere(rule(true), { path })).to.equal(expected);
      expect(isToldElsewhere(rule(false), { path })).to.equal(false);
    });
});
