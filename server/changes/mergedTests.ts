/** Tells a test that lost its head alone: what it asserts is in another test now. Pure. */

import type { Guard } from "../engine/guards/guard.ts";
import type { LineIndex } from "../engine/tree/lineIndex.ts";
import type { Hunk } from "./change.ts";
import { linesOf } from "./changedLines.ts";

/** @returns Whether of a guard with a title, `it("refuses a stranger", ...)`, no line but the first is changed. */
export function isMergedTest({ name, finding }: Guard, hunks: readonly Hunk[], lines: LineIndex): boolean {
  const { start, end } = linesOf(lines, finding.span);
  if (!/^["'`]/.test(name) || end - start < 3) return false;
  return (
    hunks.every(({ base }) => base.end <= start + 1 || base.start >= end) &&
    hunks.some(({ base, current }) => base.start <= start && base.end === start + 1 && current.start === current.end)
  );
}
