/** Whether a change may be committed: the policy that holds where a repository has none of its own. */

import type { Finding } from "../engine/findings/finding.ts";
import { listOf } from "./plural.ts";
import { type Coverage, severityRank, type Verdict } from "./review.ts";

export interface VerdictInput {
  /** Introduced by the change, silenced ones among them. */
  readonly introduced: readonly { readonly path: string; readonly line: number; readonly finding: Finding }[];
  readonly coverage: Coverage;
  /** Files of the change that hold anything, before or after it. */
  readonly filesWithContent: number;
  /** Why files were not reviewed, for the reason when nothing was. */
  readonly notReviewed: readonly { readonly path?: string; readonly detail: string }[];
}

/** Critical and high findings of high or medium confidence stop a commit; a silenced finding does not. */
export function blocks(finding: Finding): boolean {
  return !finding.suppression && severityRank[finding.severity] >= severityRank.high && finding.confidence !== "low";
}

/** @returns Reasons in the order of the findings given. Blocked as well when nothing of a change with content was looked at. */
export function judgeChange(input: VerdictInput): Verdict {
  const nothingScanned = input.filesWithContent > 0 && input.coverage.filesReviewed === 0;
  const blocking = input.introduced.filter(({ finding }) => blocks(finding));
  if (blocking.length > 0) {
    const reasons = blocking.map(
      ({ path, line, finding }) => `${path}:${line + 1}: ${finding.severity}: ${finding.message} (${finding.ruleId})`,
    );
    return { blocked: true, nothingScanned, summary: countBySeverity(blocking.map(({ finding }) => finding)), reasons };
  }
  if (nothingScanned) {
    const why = input.notReviewed.map(({ path, detail }) => (path ? `${path}: ${detail}` : detail));
    return {
      blocked: true,
      nothingScanned,
      summary: "nothing of this change was reviewed",
      reasons: why.length > 0 ? why : ["No rule looked at any of the changed files."],
    };
  }
  const open = input.introduced.filter(({ finding }) => !finding.suppression);
  const summary = open.length > 0 ? `nothing that blocks; ${countBySeverity(open.map(({ finding }) => finding))}` : "no finding";
  return { blocked: false, nothingScanned, summary, reasons: [] };
}

/** "1 critical and 2 high findings", the noun agreeing with the last number; "no finding" for none. */
export function countBySeverity(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { severity } of [...findings].sort((a, b) => severityRank[b.severity] - severityRank[a.severity]))
    counts.set(severity, (counts.get(severity) ?? 0) + 1);
  if (counts.size === 0) return "no finding";
  const parts = [...counts].map(([severity, number]) => `${number} ${severity}`);
  return `${listOf(parts, parts.length)} ${[...counts.values()].at(-1) === 1 ? "finding" : "findings"}`;
}
