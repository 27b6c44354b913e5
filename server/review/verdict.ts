/** Whether a change may be committed: the policy that holds where a repository has none of its own. */

import type { Finding } from "../engine/findings/finding.ts";
import { gradeWord } from "./findingWords.ts";
import { type Coverage, severityRank, type Verdict } from "./review.ts";
import { listOf, type Translate, untranslated } from "./translate.ts";

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
export function judgeChange(input: VerdictInput, t: Translate = untranslated): Verdict {
  const nothingScanned = input.filesWithContent > 0 && input.coverage.filesReviewed === 0;
  const blocking = input.introduced.filter(({ finding }) => blocks(finding));
  if (blocking.length > 0) {
    const reasons = blocking.map(
      ({ path, line, finding }) =>
        `${path}:${line + 1}: ${gradeWord(t, finding.severity)}: ${finding.message} (${finding.ruleId})`,
    );
    return {
      blocked: true,
      nothingScanned,
      summary: countBySeverity(
        blocking.map(({ finding }) => finding),
        t,
      ),
      reasons,
    };
  }
  if (nothingScanned) {
    const why = input.notReviewed.map(({ path, detail }) => (path ? `${path}: ${detail}` : detail));
    return {
      blocked: true,
      nothingScanned,
      summary: t("nothing of this change was reviewed"),
      reasons: why.length > 0 ? why : [t("No rule looked at any of the changed files.")],
    };
  }
  const open = input.introduced.filter(({ finding }) => !finding.suppression);
  const counted = countBySeverity(
    open.map(({ finding }) => finding),
    t,
  );
  const said = open.length > 0 ? t("nothing that blocks; {0}", counted) : counted;
  const silenced = input.introduced.length - open.length;
  const summary = silenced > 0 ? t("{0}, {1} silenced", said, silenced) : said;
  return { blocked: false, nothingScanned, summary, reasons: [] };
}

/** "1 critical and 2 high findings", the noun agreeing with the last number; "no finding" for none. */
export function countBySeverity(findings: readonly Finding[], t: Translate = untranslated): string {
  const counts = new Map<Finding["severity"], number>();
  for (const { severity } of [...findings].sort((a, b) => severityRank[b.severity] - severityRank[a.severity]))
    counts.set(severity, (counts.get(severity) ?? 0) + 1);
  const last = [...counts.values()].at(-1);
  if (last === undefined) return t("no finding");
  const [only] = counts;
  if (only && counts.size === 1) return ofOneSeverity(t, ...only);
  const word = (severity: Finding["severity"], number: number): string =>
    ({
      critical: t("{0} critical", number),
      high: t("{0} high", number),
      medium: t("{0} medium", number),
      low: t("{0} low", number),
    })[severity];
  const parts = [...counts].map(([severity, number]) => word(severity, number));
  const list = listOf(t, parts, parts.length);
  return last === 1 ? t("{0} finding", list) : t("{0} findings", list);
}

function ofOneSeverity(t: Translate, severity: Finding["severity"], number: number): string {
  const words = {
    critical: [t("1 critical finding"), t("{0} critical findings", number)],
    high: [t("1 high finding"), t("{0} high findings", number)],
    medium: [t("1 medium finding"), t("{0} medium findings", number)],
    low: [t("1 low finding"), t("{0} low findings", number)],
  } as const;
  return words[severity][number === 1 ? 0 : 1];
}
