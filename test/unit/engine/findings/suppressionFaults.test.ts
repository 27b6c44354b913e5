import { expect } from "chai";
import { suppressionRuleId } from "../../../../server/engine/findings/suppressionFaults.ts";
import { engineOf, loadParser } from "./engineFor.ts";

const rule = { id: "js.bad-call", pattern: "bad(...)" };
const pythonOnly = { id: "py.bad-call", languages: ["python"], pattern: "bad(...)" };
const textRule = { id: "text.key", languages: ["regex"], "pattern-regex": "key=\\w+" };

/** "line: what the marked text says", for each fault, lines from 1. */
function faults(
  text: string,
  { path = "a.js", knownIds = ["js.bad-call", "py.bad-call", "text.key", "team.off"] } = {},
): string[] {
  const { findings } = engineOf([rule, pythonOnly, textRule], { knownIds, now: () => 1_800_000_000 }).analyze({ path, text });
  return findings
    .filter(({ ruleId }) => ruleId === suppressionRuleId)
    .map(({ span, message }) => {
      const line = text.slice(0, span.start).split("\n").length;
      return `${line}: ${text.slice(span.start, span.end)}: ${/no rule and gives no reason|no rule,|no reason|no rule with|is no date|last day|not what this comment was written for|any more/.exec(message)?.[0]}`;
    });
}

describe("suppression comments that silence nothing are findings", () => {
  before(loadParser);

  for (const [title, text, expected, path] of [
    ["without a reason", "bad(); // linewarden-ignore js.bad-call", "1: linewarden-ignore js.bad-call: no reason"],
    ["with an empty reason", "bad(); /* linewarden-ignore js.bad-call:  */", "1: linewarden-ignore js.bad-call:: no reason"],
    [
      "with a reason that lacks its colon",
      "bad(); // linewarden-ignore js.bad-call by hand",
      "1: linewarden-ignore js.bad-call by hand: no reason",
    ],
    ["without a rule", "\nbad(); // linewarden-ignore: by hand", "2: linewarden-ignore: by hand: no rule,"],
    ["without anything", "bad(); // linewarden-ignore", "1: linewarden-ignore: no rule and gives no reason"],
    ["in JSX", "<p>{/* linewarden-ignore */}</p>;", "1: linewarden-ignore: no rule and gives no reason", "a.jsx"],
    ["in Python", "bad()  # linewarden-ignore js.bad-call", "1: linewarden-ignore js.bad-call: no reason", "a.py"],
    ["in a text without a grammar", "key=a # linewarden-ignore text.key", "1: linewarden-ignore text.key: no reason", "a.env"],
    ["for a rule that nobody knows", "bad(); // linewarden-ignore js.bad-cal: by hand", "1: js.bad-cal: no rule with"],
    ["for a finding that is gone", "// linewarden-ignore js.bad-call: by hand\ngood();", "1: js.bad-call: any more"],
    [
      "for other content",
      "bad(); // linewarden-ignore js.bad-call@12345678: by hand",
      "1: js.bad-call: not what this comment was written for",
    ],
    ["for content that is gone", "good(); // linewarden-ignore js.bad-call@12345678: by hand", "1: js.bad-call: any more"],
    [
      "whose day is over",
      "bad(); // linewarden-ignore js.bad-call until 2001-01-31: x",
      "1: linewarden-ignore js.bad-call until 2001-01-31: x: last day",
    ],
    [
      "with no date",
      "bad(); // linewarden-ignore js.bad-call until May: x",
      "1: linewarden-ignore js.bad-call until May: x: is no date",
    ],
    ["one line too far away", "// linewarden-ignore js.bad-call: by hand\n\nbad();", "1: js.bad-call: any more"],
    [
      "after other words, for a known rule",
      "good(); // see above. linewarden-ignore js.bad-call: by hand",
      "1: js.bad-call: any more",
    ],
    ["one of two ids", "bad(); // linewarden-ignore js.bad-call, js.no: by hand", "1: js.no: no rule with"],
    ["for a rule of any text", "good(); // linewarden-ignore text.key: by hand", "1: text.key: any more"],
    [
      "for these findings themselves",
      "bad(); // linewarden-ignore linewarden-suppression: by hand",
      "1: linewarden-suppression: no rule with",
    ],
  ] as const) {
    it(title, () => expect(faults(text, path ? { path } : {})).to.deep.equal([expected]));
  }

  for (const [title, text, path] of [
    ["one that silences", "bad(); // linewarden-ignore js.bad-call: by hand", "a.js"],
    [
      "two that silence the same",
      "// linewarden-ignore js.bad-call: by hand\nbad(); // linewarden-ignore js.bad-call: by hand",
      "a.js",
    ],
    ["one above a call of several lines", "// linewarden-ignore js.bad-call: by hand\nrun(\n  bad(),\n);", "a.js"],
    ["one for a rule that does not look at this file", "bad(); // linewarden-ignore py.bad-call: by hand", "a.js"],
    ["one for a rule that is switched off", "bad(); // linewarden-ignore team.off: by hand", "a.js"],
    ["nosemgrep", "good(); // nosemgrep: js.bad-call\ngood(); // nosemgrep: unknown\ngood(); // nosemgrep", "a.js"],
    ["a string", 'say("// linewarden-ignore js.bad-call");', "a.js"],
    ["a string of a text without a grammar", 'say "# linewarden-ignore text.key: x"', "a.rb"],
    ["prose in a comment", "// Comments such as linewarden-ignore need a reason\n/** `linewarden-ignore js.bad-call` */", "a.js"],
    ["how it is written, in a long comment", "/**\n * linewarden-ignore RULE-ID: reason\n */", "a.js"],
    ["Markdown", "# linewarden-ignore\n\n    bad() # linewarden-ignore js.bad-call\n", "a.md"],
    ["code that could not be read", "// linewarden-ignore js.bad-call: by hand\nbad(;\n}}", "a.js"],
  ] as const) {
    it(`none for ${title}`, () => expect(faults(text, { path })).to.deep.equal([]));
  }

  it("none for an unknown rule when the rules are not all known", () => {
    const { findings } = engineOf([rule]).analyze({ path: "a.js", text: "bad(); // linewarden-ignore team.rule: by hand" });
    expect(findings.map(({ ruleId }) => ruleId)).to.deep.equal(["js.bad-call"]);
  });

  it("none for a rule that was stopped", () => {
    const text = `// linewarden-ignore js.bad-call: by hand\ngood();\n${"bad(1);\n".repeat(300)}`;
    const { findings, notReviewed } = engineOf([rule], { maxSteps: 100 }).analyze({ path: "a.js", text });
    expect(notReviewed.map(({ reason }) => reason)).to.deep.equal(["step limit"]);
    expect(findings.filter(({ ruleId }) => ruleId === suppressionRuleId)).to.deep.equal([]);
  });

  it("is of low severity, and the finding that was meant stays", () => {
    const { findings } = engineOf([rule]).analyze({ path: "a.js", text: "bad(); // linewarden-ignore js.bad-call" });
    expect(findings.map(({ ruleId, severity, suppression }) => `${ruleId} ${severity} ${suppression?.kind}`)).to.deep.equal([
      "js.bad-call high undefined",
      "linewarden-suppression low undefined",
    ]);
  });

  it("is the same finding where it was moved", () => {
    const of = (text: string) =>
      engineOf([rule])
        .analyze({ path: "a.js", text })
        .findings.map(({ fingerprint }) => fingerprint);
    const [first] = of("// linewarden-ignore js.bad-call: by hand\n");
    expect(first).to.be.a("string");
    expect(of("good();\n\n  // linewarden-ignore js.bad-call:   another reason\n")).to.deep.equal([first]);
  });
});
