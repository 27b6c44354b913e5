/** One file of a change with both texts, as removed guards are looked for in it. Pure. */

import type { FileAnalysis } from "../engine/findings/finding.ts";
import type { Guard } from "../engine/guards/guard.ts";
import type { LineIndex } from "../engine/tree/lineIndex.ts";
import type { Hunk, LineRange } from "./change.ts";

/** A file of which both texts are known. */
export interface Side {
  readonly path: string;
  readonly hunks: readonly Hunk[];
  readonly baseText: string;
  readonly text: string;
  readonly baseLines: LineIndex;
  readonly lines: LineIndex;
  readonly base: FileAnalysis;
  readonly current: FileAnalysis | undefined;
  /** Guards of the base text on removed or replaced lines. */
  readonly gone: readonly Guard[];
  /** Guards of the current text on changed lines. */
  readonly added: readonly Guard[];
}

/** Whether both ranges hold a line of each other's. */
export function overlap(one: LineRange, other: LineRange): boolean {
  return one.start < other.end && other.start < one.end;
}
