import { expect } from "chai";
import { printRuleTests } from "../../../server/cli/output/printRuleTests.ts";
import type { RuleProblem } from "../../../server/engine/rules/rule.ts";

const passing = {
  ruleId: "good",
  file: "a.py",
  passed: true,
  expected: [1],
  okLines: 2,
  todoLines: 0,
  seen: [1],
  missing: [],
  unexpected: [],
  notReviewed: [],
};

function lastLine(...problems: readonly RuleProblem[]): string {
  const report = { tested: [passing], untested: [], fixes: [], problems, complaints: [], exitStatus: 0 };
  return printRuleTests(report, false).trimEnd().split("\n").at(-1) ?? "";
}

describe("the sum of the rules' tests", () => {
  const problem = { kind: "error", message: "m", place: { file: "a.yaml", line: 3, column: 0 } } as const;

  it("counts what passed", () => expect(lastLine()).to.equal("1 rule passed (3 lines), 0 failed."));
  it("counts a rule once that has two faults", () =>
    expect(lastLine({ ...problem, ruleId: "bad" }, { ...problem, ruleId: "bad" })).to.equal(
      "1 rule passed (3 lines), 1 failed.",
    ));
  it("counts a rule without an id", () => expect(lastLine(problem)).to.equal("1 rule passed (3 lines), 1 failed."));
  it("does not count a rule that runs in part as failed", () =>
    expect(lastLine({ ...problem, kind: "partly", ruleId: "good" })).to.equal("1 rule passed (3 lines), 0 failed."));
});
