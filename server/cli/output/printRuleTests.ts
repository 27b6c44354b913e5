/** The result of `rules test` as text and as JSON. */

import { count } from "../../review/plural.ts";
import type { RuleTestReport, TestedRule } from "../testRuleFiles.ts";
import { toolVersion } from "../toolVersion.ts";
import { plain } from "./plainText.ts";
import { toolName } from "./report.ts";
import { jsonVersion } from "./toJson.ts";

/** Failures first; passing rules are one line of sums. */
export function printRuleTests(report: RuleTestReport, quiet: boolean): string {
  const lines: string[] = [];
  for (const tested of report.tested.filter(({ passed }) => !passed)) lines.push(...printFailure(tested));
  for (const { file, detail } of report.fixes.filter(({ passed }) => !passed))
    lines.push(`${plain(file)}: the fixes make something else: ${plain(detail)}`);
  for (const { place, kind, message } of report.problems)
    lines.push(`${plain(place.file)}:${place.line + 1}:${place.column + 1}: ${kind}: ${plain(message)}`);
  lines.push(...report.complaints.map(plain));
  if (quiet) return lines.length > 0 ? `${lines.join("\n")}\n` : "";
  if (report.untested.length > 0) lines.push(`No test speaks of: ${report.untested.map(plain).join(", ")}`);
  const passed = report.tested.filter((tested) => tested.passed);
  const cases = passed.reduce((sum, { expected, okLines }) => sum + expected.length + okLines, 0);
  const fixes = report.fixes.filter((fix) => fix.passed).length;
  lines.push(
    `${count(passed.length, "rule")} passed (${count(cases, "line")}${fixes > 0 ? `, ${count(fixes, "file")} of fixes` : ""}), ${report.tested.length - passed.length} failed.`,
  );
  return `${lines.join("\n")}\n`;
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
