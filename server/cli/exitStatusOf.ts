/** The exit status of a scan or a review. */

import type { Finding, NotReviewed } from "../engine/findings/finding.ts";
import type { Severity } from "../engine/rules/rule.ts";
import { isMedia } from "../review/fileKinds.ts";
import { severityRank } from "../review/review.ts";
import { type CommonOptions, exitStatus } from "./command.ts";

export interface Outcome {
  readonly findings: readonly Finding[];
  readonly notReviewed: readonly NotReviewed[];
  /** True when a change with content was looked at by no rule. */
  readonly nothingScanned: boolean;
}

/** @param byDefault The severity that counts when --fail-on is not given. */
export function exitStatusOf(outcome: Outcome, common: Pick<CommonOptions, "failOn" | "strict">, byDefault: Severity): number {
  const failOn = common.failOn ?? byDefault;
  const counts = ({ severity, suppression }: Finding): boolean =>
    !suppression && failOn !== "never" && severityRank[severity] >= severityRank[failOn];
  if (outcome.findings.some(counts) || outcome.nothingScanned) return exitStatus.found;
  return common.strict && outcome.notReviewed.some(isGap) ? exitStatus.found : exitStatus.done;
}

/** Pictures hold nothing to read. */
function isGap(entry: NotReviewed): boolean {
  const { path, reason } = entry;
  if (path === undefined) return true;
  return !isLeftOut(entry) && !(reason === "binary" && isMedia(path));
}

/** Installed packages and the repository's own rules are left out on purpose. */
export function isLeftOut({ path = "", reason }: NotReviewed): boolean {
  return reason === "not checked" && /(^|\/)(node_modules|\.linewarden\/rules)$/.test(path);
}
