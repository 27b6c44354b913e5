/** The review of one change: what every door shows. */

import type { BaseDescription, Hunk } from "../changes/change.ts";
import type { Finding, NotReviewed } from "../engine/findings/finding.ts";
import type { Severity } from "../engine/rules/rule.ts";

export type ItemState = "problem" | "needs a person" | "looks fine" | "not touched";

/** A place that answers a checklist item. Lines are zero-based. */
export interface Evidence {
  readonly text: string;
  readonly path?: string;
  readonly line?: number;
  readonly fingerprint?: string;
}

export interface Answer {
  readonly answer: "fine" | "problem";
  readonly note: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Hash of the content that it was given for; another content makes it stale. */
  readonly content: string;
}

export interface ChecklistItem {
  readonly id: string;
  readonly title: string;
  readonly state: ItemState;
  /** One line: "1 of 5 changed queries is not". */
  readonly summary: string;
  readonly evidence: readonly Evidence[];
  /** Hash of the changed content that the item speaks of. */
  readonly content: string;
  /** The person's answer for exactly this content. */
  readonly answer?: Answer;
  /** The latest answer, given for other content than this; it does not count. */
  readonly staleAnswer?: Answer;
}

/** An answer as it is kept. */
export interface StoredAnswer extends Answer {
  /** Id of the checklist item. */
  readonly item: string;
}

export interface ReviewedFile {
  readonly path: string;
  readonly status: string;
  readonly hunks: readonly Hunk[];
  readonly changedLines: number;
  readonly introduced: readonly Finding[];
  /** Present before the change too. */
  readonly existing: readonly Finding[];
  readonly reviewed: boolean;
}

export interface Coverage {
  readonly filesChanged: number;
  readonly filesReviewed: number;
  /** Lines and bytes that rules looked at. */
  readonly lines: number;
  readonly bytes: number;
  readonly rules: number;
  readonly milliseconds: number;
}

export interface Verdict {
  readonly blocked: boolean;
  /** Nothing of a change that holds anything was looked at; blocks. */
  readonly nothingScanned: boolean;
  /** One line: "2 high findings". */
  readonly summary: string;
  readonly reasons: readonly string[];
}

export interface Review {
  readonly root: string;
  readonly base: BaseDescription;
  /** Most dangerous first. */
  readonly files: readonly ReviewedFile[];
  readonly checklist: readonly ChecklistItem[];
  readonly verdict: Verdict;
  readonly coverage: Coverage;
  readonly notReviewed: readonly NotReviewed[];
}

export const severityRank: Readonly<Record<Severity, number>> = { critical: 4, high: 3, medium: 2, low: 1 };
