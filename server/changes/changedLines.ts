/** Questions about the lines of hunks. Pure. */

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
