import { expect } from "chai";
import { ruleContextAt, ruleKeyAt } from "../../../../server/engine/rules/ruleContext.ts";

/** The place is written as `|`, apart from that of a text of several lines. */
function at(text: string): string {
  const offset = text.indexOf("¦");
  const before = text.slice(0, offset).split("\n");
  const context = ruleContextAt(text.replace("¦", ""), before.length - 1, before.at(-1)?.length ?? 0);
  if (!context) return "nowhere";
  const { path, at: kind, prefix, siblings } = context;
  return `${path.join(" ")} ${kind}${prefix ? ` "${prefix}"` : ""}${siblings.size > 0 ? ` beside ${[...siblings].sort()}` : ""}`;
}

describe("a place in a rule file", () => {
  for (const [title, text, expected] of [
    ["the top", "¦", " key"],
    ["a first rule", "rules:\n  - ¦", "rules [] key"],
    ["a rule's key", "rules:\n  - id: a\n    sev¦", 'rules [] key "sev" beside id'],
    ["a rule's value", "rules:\n  - id: a\n    severity: W¦", 'rules [] severity value "W"'],
    ["right behind a colon", "rules:\n  - id: a\n    severity:¦", "rules [] severity value"],
    ["between keys", "rules:\n  - id: a\n    ¦\n    message: m\n  - id: b\n    fix: c", "rules [] key beside id,message"],
    ["an item of patterns", "rules:\n  - id: a\n    patterns:\n      - pattern: f()\n      - ¦", "rules [] patterns [] key"],
    ["a list at its key's column", "rules:\n- id: a\n  patterns:\n  - pattern-¦", 'rules [] patterns [] key "pattern-"'],
    [
      "below a condition",
      "rules:\n  - id: a\n    patterns:\n      - metavariable-regex:\n          metavariable: $X\n          ¦",
      "rules [] patterns [] metavariable-regex key beside metavariable",
    ],
    [
      "patterns in pattern-either",
      "rules:\n  - patterns:\n      - pattern-either:\n          - patterns:\n              - pattern: a\n          - ¦",
      "rules [] patterns [] pattern-either [] key",
    ],
    ["options", "rules:\n  - id: a\n    options:\n      lin¦", 'rules [] options key "lin"'],
    ["a list of languages", "rules:\n  - id: a\n    languages:\n      - p¦", 'rules [] languages [] key "p"'],
    ["languages in brackets", "rules:\n  - id: a\n    languages: [python, j¦", 'rules [] languages [] value "j"'],
    ["a mapping in braces", "rules:\n  - pattern-sinks: [{ pattern: f(), ¦", "rules [] pattern-sinks [] key beside pattern"],
    ["a value in braces", "rules:\n  - metadata: { confidence: ¦", "rules [] metadata confidence value"],
    ["a rule in braces", "rules:\n  - { id: a, ¦", "rules [] key beside id"],
    ["behind a rule", "rules:\n  - id: a\n    paths:\n      include: [a]\n    ¦", "rules [] key beside id,paths"],
    ["a text of several lines", "rules:\n  - id: a\n    message: |\n      Do ¦", "nowhere"],
    ["behind such a text", "rules:\n  - id: a\n    pattern: |\n      f()\n    ¦", "rules [] key beside id,pattern"],
    ["a list item that is a text", "rules:\n  - patterns:\n      - pattern: |\n          f¦", "nowhere"],
    ["a comment", "rules:\n  # ¦", "nowhere"],
  ] as const)
    it(title, () => expect(at(text)).to.equal(expected));

  it("names the key under it", () => {
    const text = "rules:\n  - id: a\n    patterns: [{ pattern: f(), focus-metavariable: $X }]\n";
    expect(ruleKeyAt(text, 2, 6)).to.deep.equal({ path: ["rules", "[]"], key: "patterns", start: 4, end: 12 });
    expect(ruleKeyAt(text, 2, 40)).to.deep.include({ path: ["rules", "[]", "patterns", "[]"], key: "focus-metavariable" });
    expect(ruleKeyAt(text, 1, 9)).to.equal(undefined);
  });
});
