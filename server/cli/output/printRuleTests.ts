/** The result of `rules test` as text and as JSON. */

import type { RuleProblem } from "../../engine/rules/rule.ts";
import { count } from "../../review/plural.ts";
import type { RuleTestReport, TestedRule } from "../testRuleFiles.ts";
import { toolVersion } from "../toolVersion.ts";
import { plain } from "./plainText.ts";
import { toolName } from "./report.ts";
import { jsonVersion } from "./toJson.ts";

/** What keeps a rule from running, on one line that editors can follow. */
export function printProblem({ place, kind, ruleId, message }: RuleProblem): string {
  const where = `${plain(place.file)}:${place.line + 1}:${place.column + 1}`;
  return `${where}: ${kind}: ${ruleId === undefined ? "" : `${plain(ruleId)}: `}${plain(message)}`;
}

/** Failures first; passing rules are one line of sums. */
export function printRuleTests(report: RuleTestReport, quiet: boolean): string {
  const lines: string[] = [];
  for (const tested of report.tested.filter(({ passed }) => !passed)) lines.push(...printFailure(tested));
  for (const { file, detail } of report.fixes.filter(({ passed }) => !passed))
    lines.push(`${plain(file)}: the fixes make something else: ${plain(detail)}`);
  lines.push(...report.problems.map(printProblem));
  lines.push(...report.complaints.map(plain));
  if (quiet) return lines.length > 0 ? `${lines.join("\n")}\n` : "";
  if (report.untested.length > 0) lines.push(`No test speaks of: ${report.untested.map(plain).join(", ")}`);
  lines.push(sumUp(report));
  return `${lines.join("\n")}\n`;
}

/** Whether a comment of the test file names the rule. */
export function speaksOf({ expected, okLines, todoLines }: TestedRule): boolean {
  return expected.length + okLines + todoLines > 0;
}

/** A rule counts once, however many test files it has; it passes when it passes in all of them. */
function sumUp({ tested, untested, fixes, problems }: RuleTestReport): string {
  // A rule without an id fails as well, and so does a file that cannot be read.
  const unusable = problems.flatMap(({ kind, ruleId, place }) =>
    kind === "partly" ? [] : [ruleId ?? `${place.file}:${place.line}`],
  );
  const failed = new Set([...tested.filter(({ passed }) => !passed).map(({ ruleId }) => ruleId), ...unusable]);
  const passed = tested.filter((result) => speaksOf(result) && !failed.has(result.ruleId));
  const rules = new Set(passed.map(({ ruleId }) => ruleId)).size;
  const cases = passed.reduce((sum, { expected, okLines }) => sum + expected.length + okLines, 0);
  const rightFixes = fixes.filter((fix) => fix.passed).length;
  const wrongFixes = fixes.length - rightFixes;
  const without = untested.filter((id) => !failed.has(id)).length;
  return `${count(rules, "rule")} passed (${count(cases, "line")}${rightFixes > 0 ? `, ${count(rightFixes, "file")} of fixes` : ""}), ${failed.size} failed${wrongFixes > 0 ? `, ${count(wrongFixes, "file")} of fixes ${wrongFixes === 1 ? "differs" : "differ"}` : ""}${without > 0 ? `, ${without} without a test` : ""}.`;
}

function printFailure({ file, ruleId, missing, unexpected, notReviewed }: TestedRule): string[] {
  const at = (line: number): string => `${plain(file)}:${line + 1}`;
  return [
    ...missing.map((line) => `${at(line)}: ${plain(ruleId)} should match here, and does not`),
    ...unexpected.map((line) => `${at(line)}: ${plain(ruleId)} matches here, and no comment announces it`),
    ...notReviewed.map(({ detail }) => `${plain(file)}: ${plain(ruleId)}: ${plain(detail)}`),
  ];
}

/** Lines count from 1. */
export function ruleTestsToJson(report: RuleTestReport): Record<string, unknown> {
  const from1 = (lines: readonly number[]): number[] => lines.map((line) => line + 1);
  return {
    version: jsonVersion,
    tool: { name: toolName, version: toolVersion },
    command: "rules test",
    tests: report.tested.map(({ file, ruleId, passed, expected, seen, missing, unexpected, notReviewed }) => ({
      path: file,
      ruleId,
      passed,
      expected: from1(expected),
      seen: from1(seen),
      missing: from1(missing),
      unexpected: from1(unexpected),
      notReviewed: notReviewed.map(({ detail }) => detail),
    })),
    untested: report.untested,
    fixes: report.fixes.map(({ file, passed, detail }) => ({ path: file, passed, detail })),
    problems: report.problems.map(({ kind, message, place }) => ({
      kind,
      message,
      path: place.file,
      line: place.line + 1,
      column: place.column + 1,
    })),
    complaints: report.complaints,
    exitStatus: report.exitStatus,
  };
}
