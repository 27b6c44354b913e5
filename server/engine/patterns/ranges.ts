/**
 * Ranges of matches: which contain which, and what is left after joining and excluding them. Joins count their steps, since a few patterns
 * that each match in many ways match together in very many; where the budget is used up, matches are left out.
 */

import type { Span } from "../tree/span.ts";
import { agree, merge } from "./bindings.ts";
import type { Bindings, Budget, Match } from "./match.ts";

/** Tells in logarithmic time whether a range has to do with any of a set of matches. */
export interface Near {
  /** The range contains one of them. */
  contains(start: number, end: number): boolean;
  /** The range contains one of them or lies in one. */
  touches(start: number, end: number): boolean;
}

export function nearTo(matches: readonly Match[]): Near {
  const sorted = matches.map(({ span }) => span).sort((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  const largestBefore: number[] = [];
  const smallestFrom: number[] = [];
  for (const [at, { end }] of sorted.entries()) largestBefore.push(Math.max(end, largestBefore[at - 1] ?? 0));
  for (let at = sorted.length - 1; at >= 0; at--)
    smallestFrom[at] = Math.min(sorted[at]?.end ?? 0, smallestFrom[at + 1] ?? Number.POSITIVE_INFINITY);
  const contains = (start: number, end: number): boolean =>
    (smallestFrom[firstFrom(starts, start)] ?? Number.POSITIVE_INFINITY) <= end;
  return {
    contains,
    touches: (start, end) => contains(start, end) || (largestBefore[firstFrom(starts, start + 1) - 1] ?? -1) >= end,
  };
}

/** Index of the first start that is not before the offset. */
function firstFrom(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** So many comparisons of ranges cost as much as a step, as a power of two. */
const comparisons = 4;

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The smaller of two ranges, one of which contains the other, where their bindings agree; a metavariable of both stands where the smaller has it. */
export function both(left: readonly Match[], right: readonly Match[], budget: Budget): Match[] {
  const found: Match[] = [];
  const sorted = right.toSorted((a, b) => a.span.start - b.span.start);
  for (const a of left) {
    if (budget.left <= 0) break;
    budget.left -= sorted.length >> comparisons;
    for (const b of sorted) {
      if (b.span.start > a.span.end) break;
      const smaller = contains(b.span, a.span) ? a : contains(a.span, b.span) ? b : undefined;
      if (!smaller) continue;
      budget.left--;
      const bindings = merge(smaller.bindings, (smaller === a ? b : a).bindings);
      if (bindings) found.push({ ...smaller, bindings });
    }
  }
  return distinctMatches(found, budget);
}

/** From so many comparisons on it pays to sort. */
const worthSorting = 1 << 14;

interface Ranges extends Span {
  readonly matches: { readonly match: Match; readonly at: number }[];
  /** The largest end of this one and all before it. */
  reach: number;
}

/** @returns What tells which of the outer matches lie around a span, in their order, without looking at each. */
function around(outer: readonly Match[], asked: number): (span: Span) => readonly Match[] {
  if (asked * outer.length < worthSorting) return () => outer;
  const bySpan = new Map<string, Ranges>();
  for (const [at, match] of outer.entries()) {
    const { start, end } = match.span;
    const known = bySpan.get(`${start} ${end}`);
    if (known) known.matches.push({ match, at });
    else bySpan.set(`${start} ${end}`, { start, end, matches: [{ match, at }], reach: end });
  }
  const sorted = [...bySpan.values()].sort((a, b) => a.start - b.start);
  for (const [at, one] of sorted.entries()) one.reach = Math.max(one.end, sorted[at - 1]?.reach ?? 0);
  const starts = sorted.map(({ start }) => start);
  return (span) => {
    const found: Ranges["matches"] = [];
    for (let at = firstFrom(starts, span.start + 1) - 1; at >= 0 && (sorted[at]?.reach ?? 0) >= span.end; at--) {
      const one = sorted[at];
      if (one && one.end >= span.end) found.push(...one.matches);
    }
    return found.sort((a, b) => a.at - b.at).map(({ match }) => match);
  };
}

/** Matches that lie in one of the outer ones, with the bindings of both. */
export function within(matches: readonly Match[], outer: readonly Match[], budget: Budget): Match[] {
  const found: Match[] = [];
  const aroundOf = around(outer, matches.length);
  for (const match of matches) {
    if (budget.left <= 0) break;
    const near = aroundOf(match.span);
    budget.left -= near.length >> comparisons;
    for (const around of near) {
      if (!contains(around.span, match.span)) continue;
      budget.left--;
      const bindings = merge(match.bindings, around.bindings);
      if (bindings) found.push(bindings === match.bindings ? match : { ...match, bindings });
    }
  }
  return distinctMatches(found, budget);
}

/**
 * A pattern excludes its own range, `inside` all that lies in it, a regex what it lies in and what lies in it. Of a sequence that ends with
 * an ellipsis the shortest range is left where only a longer one is excluded.
 */
export function without(matches: readonly Match[], excluded: readonly Match[], op: string, budget: Budget): Match[] {
  if (excluded.length === 0) return [...matches];
  const aroundOf = op === "regex" ? () => excluded : around(excluded, matches.length);
  const isLeft = (match: Match): boolean => {
    if (budget.left <= 0) return false;
    const near = aroundOf(match.span);
    budget.left -= near.length >> comparisons;
    return !near.some((other) => excludes(match, other, op));
  };
  return matches.flatMap((match) => {
    if (isLeft(match)) return [match];
    const shortest = match.shortest && { ...match, span: match.shortest, shortest: undefined };
    return shortest && isLeft(shortest) ? [shortest] : [];
  });
}

function excludes({ span, bindings }: Match, other: Match, op: string): boolean {
  const ranges =
    op === "inside"
      ? contains(other.span, span)
      : op === "regex"
        ? contains(span, other.span) || contains(other.span, span)
        : other.span.start === span.start && other.span.end === span.end;
  return ranges && agreeing(bindings, other.bindings);
}

function agreeing(a: Bindings, b: Bindings): boolean {
  for (const [name, binding] of b) {
    const known = a.get(name);
    if (known && !agree(known, binding)) return false;
  }
  return true;
}

/** Sorted; equal ranges with equal bindings once. Where the budget is used up, only neighbours are compared. */
export function distinctMatches(matches: readonly Match[], budget: Budget): Match[] {
  if (matches.length < 2) return [...matches];
  const sorted = matches.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const kept: Match[] = [];
  for (const match of sorted) {
    const first = budget.left > 0 ? 0 : kept.length - 1;
    let same = false;
    let at = kept.length - 1;
    for (; at >= first && !same; at--) {
      const other = kept[at];
      if (!other || other.span.start !== match.span.start || other.span.end !== match.span.end) break;
      same = sameBindings(other.bindings, match.bindings);
    }
    budget.left -= (kept.length - 1 - at) >> comparisons;
    if (!same) kept.push(match);
  }
  return kept;
}

function sameBindings(a: Bindings, b: Bindings): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [name, { span, text }] of a) {
    const other = b.get(name);
    if (!other || other.span.start !== span.start || other.span.end !== span.end || other.text !== text) return false;
  }
  return true;
}
