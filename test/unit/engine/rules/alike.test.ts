import { expect } from "chai";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";
import { RuleSet } from "../../../../server/engine/rules/ruleSet.ts";
import type { ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { loadParser } from "../findings/engineFor.ts";

let parse: ParseText;

/** A taint rule of the first profile; `lines` take the place of its own under the same key. */
function taint(id: string, lines: Readonly<Record<string, string>> = {}): string {
  const own: Record<string, string> = {
    options: "",
    "pattern-sources": "[{pattern: source()}]",
    "pattern-sanitizers": "[{pattern: clean(...)}]",
    "pattern-sinks": `[{pattern: ${id}(...)}]`,
    ...lines,
  };
  const written = Object.entries(own).flatMap(([key, value]) => (value === "" ? [] : [`    ${key}: ${value}`]));
  return `  - id: ${id}\n    languages: [javascript]\n    severity: ERROR\n    message: m\n    mode: taint\n${written.join("\n")}\n`;
}

/** The number that each rule has in common with those that follow the same data. */
function togetherOf(...rules: string[]): (number | undefined)[] {
  const { rules: loaded, problems } = loadRules(`rules:\n${rules.join("")}`, "r.yaml");
  expect(problems).to.deep.equal([]);
  const set = new RuleSet(loaded, parse).of("javascript");
  expect(set.problems).to.deep.equal([]);
  expect(set.rules).to.have.length(rules.length);
  return set.rules.map(({ together }) => together);
}

describe("markAlike", () => {
  before(async () => {
    ({ parse } = await loadParser());
  });

  it("gives rules that differ in their sinks alone the same number", () => {
    expect(togetherOf(taint("a"), taint("b"), taint("c"))).to.deep.equal([0, 0, 0]);
  });

  for (const [what, other] of [
    ["other sources", { "pattern-sources": "[{pattern: other()}]" }],
    ["a source more", { "pattern-sources": "[{pattern: source()}, {pattern: other()}]" }],
    ["a source by its side effect", { "pattern-sources": "[{pattern: source(), by-side-effect: true}]" }],
    ["other sanitizers", { "pattern-sanitizers": "[{pattern: escape(...)}]" }],
    ["no sanitizers", { "pattern-sanitizers": "" }],
    ["a propagator", { "pattern-propagators": "[{pattern: $A.put($B), from: $B, to: $A}]" }],
    ["other options", { options: "{constant_propagation: false}" }],
  ] as const)
    it(`keeps a rule with ${what} apart`, () => {
      expect(togetherOf(taint("a"), taint("b", other), taint("c"))).to.deep.equal([0, 1, 0]);
    });

  for (const [what, other] of [
    ["of the precise profile", { options: "{linewarden: precise}" }],
    [
      "with labels",
      { "pattern-sources": "[{pattern: source(), label: A}]", "pattern-sinks": "[{pattern: b(...), requires: A}]" },
    ],
    ["with a sink at the exit", { "pattern-sinks": "[{pattern: b(...), at-exit: true}]" }],
    ["with a source that controls", { "pattern-sources": "[{pattern: source(), control: true}]" }],
    ["with a sanitizer that does not conflict", { "pattern-sanitizers": "[{pattern: clean(...), not_conflicting: true}]" }],
  ] as const)
    it(`lets a rule ${what} go alone`, () => {
      expect(togetherOf(taint("a"), taint("b", other), taint("c"))).to.deep.equal([0, undefined, 0]);
    });

  it("says nothing of rules that follow no data", () => {
    const search = "  - id: s\n    languages: [javascript]\n    severity: ERROR\n    message: m\n    pattern: f(...)\n";
    expect(togetherOf(search, taint("a"))).to.deep.equal([undefined, 0]);
  });
});

describe("RulesByWord", () => {
  before(async () => {
    ({ parse } = await loadParser());
  });

  /** The rules that can match in a file with these words. */
  function possible(patterns: readonly string[], words: readonly string[]): string[] {
    const text = patterns
      .map((pattern, at) => `  - {id: r${at}, languages: [javascript], severity: ERROR, message: m, pattern: '${pattern}'}\n`)
      .join("");
    const { rules, problems } = loadRules(`rules:\n${text}${taint("t")}`, "r.yaml");
    expect(problems).to.deep.equal([]);
    const set = new RuleSet(rules, parse).of("javascript");
    const can = set.byWord.in(new Set(words));
    expect(can).to.have.length(patterns.length + 1);
    return set.rules.flatMap(({ rule }, at) => (can[at] ? [rule.id] : []));
  }

  it("asks for every word of a pattern", () => {
    expect(possible(["alpha(beta)", "gamma()"], ["alpha"])).to.deep.equal([]);
    expect(possible(["alpha(beta)", "gamma()"], ["alpha", "beta"])).to.deep.equal(["r0"]);
    expect(possible(["alpha(beta)", "gamma()"], ["gamma", "beta"])).to.deep.equal(["r1"]);
  });

  it("never leaves out a rule without words", () => {
    expect(possible(["$F($X)"], [])).to.deep.equal(["r0"]);
  });

  it("asks for a source and a sink of a rule that follows data", () => {
    expect(possible([], ["source"])).to.deep.equal([]);
    expect(possible([], ["t"])).to.deep.equal([]);
    expect(possible([], ["t", "source"])).to.deep.equal(["t"]);
  });
});
