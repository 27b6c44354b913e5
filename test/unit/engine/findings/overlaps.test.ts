import { expect } from "chai";
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
