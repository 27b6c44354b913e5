/** The result of a run, as every format prints it. */

import type { Finding, NotReviewed } from "../../engine/findings/finding.ts";
import type { Fix, FixRefusal } from "../../engine/fixes/fix.ts";
import type { Rule } from "../../engine/rules/rule.ts";
import type { Coverage, Review } from "../../review/review.ts";

export interface ReportFinding {
  readonly path: string;
  readonly finding: Finding;
  /** Verified, or why none is offered; absent when the rule has none or none was asked for. */
  readonly fix?: Fix | FixRefusal;
}

export interface Report {
  readonly command: "scan" | "review" | "gate";
  /** Absolute; paths are relative to it, with `/`. */
  readonly root: string;
  /** Of a change: its review. Absent for a scan. */
  readonly review?: Review;
  /** Of a change what it introduced; silenced ones among them. Most dangerous file first, then severity, then place. */
  readonly findings: readonly ReportFinding[];
  /** Findings for which no fix was tried because there are many. */
  readonly fixesLeftOut: number;
  readonly coverage: Coverage;
  /** Single files were named, and one of them may declare routes. */
  readonly routesAlone?: boolean;
  readonly notReviewed: readonly NotReviewed[];
  /** Every file that is counted, by its path, and whether any rule looked at it. */
  readonly files: ReadonlyMap<string, boolean>;
  /** Rules that were given, topic rules among them. */
  readonly rules: readonly Rule[];
  /** Current text of a file with findings. */
  textOf(path: string): string | undefined;
  /** Hides the secrets that rules found anywhere in a file, in a text of it; the length stays the same. */
  hide(path: string, text: string): string;
  /** How the person calls this program. */
  readonly program: string;
  readonly exitStatus: number;
}

export const toolName = "Linewarden";
