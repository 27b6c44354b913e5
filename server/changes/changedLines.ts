/** Questions about the lines of hunks. Pure. */

import type { LineIndex } from "../engine/tree/lineIndex.ts";
import type { Span } from "../engine/tree/span.ts";
import type { FileChange, Hunk, LineRange } from "./change.ts";

/** Lines of the current text that were added or replaced. Removed lines are not counted. */
export function countChangedLines(hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, { current }) => sum + current.end - current.start, 0);
}

/** Changed lines of a file, and for a deleted one or a pure removal at least one: a change is never nothing. */
export function sizeOfChange(file: FileChange): number {
  return Math.max(1, countChangedLines(file.hunks));
}

/** @param lines An empty range asks for its place: it touches a hunk that holds that line or removes something just there. */
export function touchesHunk(hunks: readonly Hunk[], lines: LineRange): boolean {
  return hunks.some(({ current }) => overlaps(current, lines));
}

/** Whether two ranges share a line; an empty range counts as the place before its line. */
export function overlaps(a: LineRange, b: LineRange): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

/** The line of the base text that an unchanged line was; undefined for a changed line. */
export function baseLineOf(hunks: readonly Hunk[], line: number): number | undefined {
  let offset = 0;
  for (const { current, base } of hunks) {
    if (line < current.start) break;
    if (line < current.end) return undefined;
    offset = base.end - current.end;
  }
  return line + offset;
}

/** Sorts, and joins ranges that overlap or touch. Empty ranges are dropped. */
export function joinRanges(ranges: readonly LineRange[]): LineRange[] {
  const sorted = ranges.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const joined: LineRange[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (last && range.start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else joined.push(range);
  }
  return joined;
}

/** The lines that a range of a text touches. */
export function linesOf(lines: LineIndex, span: Span): LineRange {
  const start = lines.positionAt(span.start).line;
  return { start, end: lines.positionAt(Math.max(span.start, span.end - 1)).line + 1 };
}

/** Whether a hunk removes or replaces one of these lines of the base text. */
export function removes({ base }: Hunk, lines: LineRange): boolean {
  return base.start < lines.end && lines.start < base.end;
}

/** Where lines of the base text are in the current one; with all that stands in the place of changed ones at its ends. */
export function currentRange(hunks: readonly Hunk[], lines: LineRange): LineRange {
  let [before, after] = [0, 0];
  let start: number | undefined;
  let end: number | undefined;
  for (const { current, base } of hunks) {
    const isInsertedThere = base.start === base.end && base.start === lines.start;
    if (base.end <= lines.start && !isInsertedThere) before = current.end - base.end;
    else if (base.start <= lines.start) start = current.start;
    if (base.end < lines.end) after = current.end - base.end;
    else if (base.start < lines.end) end = current.end;
  }
  const from = start ?? lines.start + before;
  return { start: from, end: Math.max(from, end ?? lines.end + after) };
}
