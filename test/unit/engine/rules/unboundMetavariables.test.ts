/** Which metavariables of a rule no pattern binds. */

import { expect } from "chai";
import { stringify } from "yaml";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";
import { unboundMetavariables } from "../../../../server/engine/rules/unboundMetavariables.ts";

function warningsOf(rule: Record<string, unknown>): string[] {
  const whole = { id: "r", languages: ["python"], severity: "ERROR", message: "m", ...rule };
  const { rules, problems } = loadRules(stringify({ rules: [whole] }), "r.yaml");
  expect(problems).to.deep.equal([]);
  return rules.flatMap(unboundMetavariables).map(({ message }) => message);
}

const call = { pattern: "f($X, ..., $...REST)" };

describe("metavariables that no pattern binds", () => {
  it("are told in conditions, with the place of each", () => {
    const conditions = [
      { "metavariable-regex": { metavariable: "$Y", regex: "a" } },
      { "metavariable-pattern": { metavariable: "$Z", pattern: "g($W)" } },
      { "metavariable-comparison": { comparison: "$N > $X" } },
      { "focus-metavariable": "$F" },
    ];
    expect(warningsOf({ patterns: [call, ...conditions] })).to.deep.equal([
      "`metavariable-regex` speaks of $Y, which no pattern binds there",
      "`metavariable-pattern` speaks of $Z, which no pattern binds there",
      "`metavariable-comparison` speaks of $N, which no pattern binds there",
      "`focus-metavariable` speaks of $F, which no pattern binds there",
    ]);
  });

  it("are told in the message and the fix", () => {
    const rule = { pattern: "f($X)", message: "$X is $Q, value($P)", fix: "g($X, $R)" };
    expect(warningsOf(rule).map((text) => /\$[A-Z]/.exec(text)?.[0])).to.deep.equal(["$Q", "$P", "$R"]);
  });

  it("are told where only a pattern that must not match has them", () => {
    const patterns = [call, { "pattern-not": "f($K)" }, { "metavariable-regex": { metavariable: "$K", regex: "a" } }];
    expect(warningsOf({ patterns })).to.have.lengthOf(1);
  });

  it("are none where an alternative, what stands around, another condition or a group of a regex binds them", () => {
    const patterns = [
      { "pattern-either": [call, { pattern: "g($A)" }] },
      { "pattern-inside": "def $D(): ..." },
      { "pattern-regex": "(?<NAME>a+)(b)" },
      {
        "metavariable-pattern": {
          metavariable: "$X",
          patterns: [{ pattern: "h($I)" }, { "metavariable-regex": { metavariable: "$A", regex: "a" } }],
        },
      },
      { "metavariable-regex": { metavariable: "$I", regex: "a" } },
      { "metavariable-regex": { metavariable: "$2", regex: "b" } },
      { "focus-metavariable": ["$A", "$D"] },
    ];
    expect(warningsOf({ patterns, message: "$NAME $...REST of $I" })).to.deep.equal([]);
  });

  it("are looked for in all parts of a taint rule", () => {
    const sinks = [{ patterns: [{ pattern: "sink($S)" }, { "focus-metavariable": "$T" }] }];
    const rule = { mode: "taint", "pattern-sources": [{ pattern: "source($O)" }], "pattern-sinks": sinks, message: "$O to $S" };
    expect(warningsOf(rule)).to.deep.equal(["`focus-metavariable` speaks of $T, which no pattern binds there"]);
  });
});
