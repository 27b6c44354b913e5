/** Verified fixes for the findings of a report. */

import type { FileAnalysis, Finding } from "../engine/findings/finding.ts";
import { hasFix } from "../engine/fixes/offerFix.ts";
import type { Analyzer } from "../host/analyzer.ts";
import type { ImportView } from "../host/moduleReader.ts";
import type { CommandOption, Invocation } from "./command.ts";
import type { ReportFinding } from "./output/report.ts";

export const fixOptions: readonly CommandOption[] = [
  { name: "fixes", type: "boolean", help: "try the fix of every finding, however many there are" },
  { name: "no-fixes", type: "boolean", help: "try no fix" },
];

/** Characters that are parsed again in all to try fixes: in a very large file that takes a second for each. */
const mostText = 6_000_000;

export interface FoundIn {
  readonly path: string;
  readonly text: string;
  readonly finding: Finding;
  /** Where the files are read that its path leads through. */
  readonly imports?: ImportView;
}

/**
 * Tries the fixes of the first findings: each is applied to a copy of its file, parsed and scanned, which takes time.
 *
 * @param limit How many are tried, in large files fewer, unless --fixes or --no-fixes says otherwise.
 * @returns Findings in the order given, and how many were left without a try.
 */
export async function offerFixes(
  found: readonly FoundIn[],
  analyzer: Pick<Analyzer, "fix" | "rules">,
  flags: Invocation["flags"],
  limit: number,
): Promise<{ findings: ReportFinding[]; leftOut: number }> {
  const all = flags.fixes === true;
  const most = flags["no-fixes"] === true ? 0 : all ? Number.POSITIVE_INFINITY : limit;
  const fixable = new Set(analyzer.rules.filter(hasFix).map(({ id }) => id));
  let tried = 0;
  let characters = 0;
  let leftOut = 0;
  const findings = await Promise.all(
    found.map(async ({ path, text, finding, imports }): Promise<ReportFinding> => {
      if (!fixable.has(finding.ruleId) || finding.suppression) return { path, finding };
      characters += text.length;
      if (tried++ >= most || (!all && characters > mostText)) {
        leftOut++;
        return { path, finding };
      }
      const leaves = imports && finding.path.some(({ elsewhere }) => elsewhere);
      const fix = await analyzer.fix({ path, text, ...(leaves ? { imports } : {}) }, finding);
      return fix ? { path, finding, fix } : { path, finding };
    }),
  );
  return { findings, leftOut: flags["no-fixes"] === true ? 0 : leftOut };
}

/** How much a run looked at, from the analyses of its files. */
export function sumUp(analyses: readonly FileAnalysis[]): { filesReviewed: number; lines: number; bytes: number } {
  const looked = analyses.filter(({ reviewed }) => reviewed);
  return {
    filesReviewed: looked.length,
    lines: looked.reduce((sum, { lines }) => sum + lines, 0),
    bytes: looked.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
