/** Which lines differ between two texts. Pure. */

import { diffArrays } from "diff";
import type { Hunk } from "./change.ts";
import { slideHunks } from "./slideHunks.ts";

export interface LineDiff {
  /** In order, never touching each other. */
  readonly hunks: readonly Hunk[];
  /** False when a work limit left a part uncompared: all of its lines are in a hunk, unchanged ones too. */
  readonly exact: boolean;
}

/** Work limit of one comparison in edits: its cost grows with the square of it. */
const maxEdits = 1000;

/**
 * Compares line by line. Line ends (LF, CRLF, CR) do not count as a difference, and neither does a missing last one.
 *
 * @returns Hunks in order; an empty base makes one hunk of the whole text, and an empty text none for lines that are not there.
 */
export function diffHunks(baseText: string, text: string): Hunk[] {
  return [...diffTexts(baseText, text).hunks];
}

/** As diffHunks, and says whether the result is exact. */
export function diffTexts(baseText: string, text: string): LineDiff {
  return diffLines(splitLines(baseText), splitLines(text));
}

/** Compares two texts that are split into lines already. */
export function diffLines(base: readonly string[], current: readonly string[]): LineDiff {
  const ids = new Map<string, number>();
  const number = (line: string): number => {
    const known = ids.get(line);
    if (known !== undefined) return known;
    ids.set(line, ids.size);
    return ids.size - 1;
  };
  const found: Hunk[] = [];
  const exact = compare(base.map(number), current.map(number), 0, 0, found);
  return { hunks: slideHunks(base, current, joined(found)), exact };
}

/** Lines without their ends. A text that ends with a line end has no empty last line; an empty text has no lines. */
export function splitLines(text: string): string[] {
  if (text === "") return [];
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Appends the hunks of one piece, whose first lines are `baseAt` and `currentAt`. @returns Whether they are exact. */
function compare(base: readonly number[], current: readonly number[], baseAt: number, currentAt: number, found: Hunk[]): boolean {
  let head = 0;
  while (head < base.length && head < current.length && base[head] === current[head]) head++;
  let tail = 0;
  const most = Math.min(base.length, current.length) - head;
  while (tail < most && base[base.length - 1 - tail] === current[current.length - 1 - tail]) tail++;
  const left = base.slice(head, base.length - tail);
  const right = current.slice(head, current.length - tail);
  const b = baseAt + head;
  const c = currentAt + head;
  if (left.length === 0 || right.length === 0) {
    if (left.length + right.length > 0) found.push(hunk(b, left.length, c, right.length));
    return true;
  }
  const parts = diffArrays(left, right, { maxEditLength: maxEdits });
  if (parts) {
    collect(parts, b, c, found);
    return true;
  }
  return compareBetweenAnchors(left, right, b, c, found);
}

function collect(
  parts: readonly { readonly added: boolean; readonly removed: boolean; readonly count: number }[],
  baseAt: number,
  currentAt: number,
  found: Hunk[],
): void {
  let base = baseAt;
  let current = currentAt;
  for (const { added, removed, count } of parts) {
    if (added || removed) found.push(hunk(base, removed ? count : 0, current, added ? count : 0));
    if (!added) base += count;
    if (!removed) current += count;
  }
}

/** Texts that differ too much: cuts them at lines that stand once in both, in order, and compares the pieces between. */
function compareBetweenAnchors(
  base: readonly number[],
  current: readonly number[],
  baseAt: number,
  currentAt: number,
  found: Hunk[],
): boolean {
  const anchors = commonOnce(base, current);
  if (anchors.length === 0) {
    found.push(hunk(baseAt, base.length, currentAt, current.length));
    return false;
  }
  let exact = true;
  let b = 0;
  let c = 0;
  for (const [nextB, nextC] of [...anchors, [base.length, current.length] as const]) {
    exact = compare(base.slice(b, nextB), current.slice(c, nextC), baseAt + b, currentAt + c, found) && exact;
    b = nextB + 1;
    c = nextC + 1;
  }
  return exact;
}

/** Pairs of places of lines that stand exactly once in both, rising in both: the longest such chain. */
function commonOnce(base: readonly number[], current: readonly number[]): (readonly [number, number])[] {
  const inBase = placesOnce(base);
  const inCurrent = placesOnce(current);
  const pairs: (readonly [number, number])[] = [];
  for (const [line, place] of inBase) {
    const other = inCurrent.get(line);
    if (place >= 0 && other !== undefined && other >= 0) pairs.push([place, other]);
  }
  return longestRising(pairs);
}

/** Place of each line; -1 for one that stands there more than once. In order of first appearance. */
function placesOnce(lines: readonly number[]): Map<number, number> {
  const places = new Map<number, number>();
  for (const [place, line] of lines.entries()) places.set(line, places.has(line) ? -1 : place);
  return places;
}

/** @param pairs Rising in their first member. */
function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [i, [, value]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = i;
  }
  const chain: (readonly [number, number])[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const pair = pairs[i];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}

function hunk(base: number, removed: number, current: number, added: number): Hunk {
  return { current: { start: current, end: current + added }, base: { start: base, end: base + removed } };
}

/** Joins hunks that touch: a removal and the addition in its place are one change. */
function joined(hunks: readonly Hunk[]): Hunk[] {
  const result: Hunk[] = [];
  for (const next of hunks) {
    const last = result.at(-1);
    if (last && last.current.end === next.current.start && last.base.end === next.base.start) {
      result[result.length - 1] = {
        current: { start: last.current.start, end: next.current.end },
        base: { start: last.base.start, end: next.base.end },
      };
    } else result.push(next);
  }
  return result;
}
