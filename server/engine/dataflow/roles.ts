/** Which places of a file are sources, sinks and sanitizers of one rule. */

import type { CompiledFormula } from "../patterns/compileFormula.ts";
import type { Match, MatchContext } from "../patterns/match.ts";
import { matchFormula } from "../patterns/matchFormula.ts";
import { type CompiledBody, type CompiledTaintPart, occurs } from "../rules/compileRule.ts";
import type { Node } from "../tree/node.ts";
import type { Origin } from "./value.ts";

export interface SourceHit {
  readonly origin: Origin;
  readonly exact: boolean;
  readonly bySideEffect: boolean;
}

export interface SinkHit {
  readonly match: Match;
  readonly exact: boolean;
}

export interface SanitizerHit {
  readonly match: Match;
  readonly bySideEffect: boolean;
}

/** All hits of one rule in one file, found by the place of a node. */
export interface Roles {
  readonly sources: PlaceIndex<SourceHit>;
  readonly sinks: PlaceIndex<SinkHit>;
  readonly sanitizers: PlaceIndex<SanitizerHit>;
  /** Whether some sink stands outside all functions. */
  readonly sinkAtTop: boolean;
}

/** Sources and sinks; no sanitizers yet. @returns `undefined` when the rule has nothing to find here: no source or no sink. */
export function findRoles(body: Extract<CompiledBody, { mode: "taint" }>, context: MatchContext): Roles | undefined {
  const sinks = new PlaceIndex<SinkHit>();
  let sinkAtTop = false;
  for (const [part, match] of matchesOf(body.sinks, context)) {
    sinks.add(match, { match, exact: part.exact });
    sinkAtTop ||= isAtTop(match.node);
  }
  if (sinks.isEmpty()) return undefined;
  const sources = new PlaceIndex<SourceHit>();
  for (const [part, match] of matchesOf(body.sources, context))
    sources.add(match, { origin: { kind: "source", match }, exact: part.exact, bySideEffect: part.bySideEffect });
  if (sources.isEmpty()) return undefined;
  return { sources, sinks, sanitizers: new PlaceIndex<SanitizerHit>(), sinkAtTop };
}

function isAtTop(node: Node | undefined): boolean {
  for (let at = node; at; at = at.parent) if (at.kind === "function") return false;
  return true;
}

/** @returns `undefined` when nothing sanitizes here. */
export function findSanitizers(
  body: Extract<CompiledBody, { mode: "taint" }>,
  context: MatchContext,
): PlaceIndex<SanitizerHit> | undefined {
  const sanitizers = new PlaceIndex<SanitizerHit>();
  for (const [part, match] of matchesOf(body.sanitizers, context))
    sanitizers.add(match, { match, bySideEffect: part.bySideEffect });
  return sanitizers.isEmpty() ? undefined : sanitizers;
}

function* matchesOf(parts: readonly CompiledTaintPart[], context: MatchContext): Iterable<[CompiledTaintPart, Match]> {
  for (const part of parts)
    if (occurs(part.formula, context.texts)) for (const match of matchOnce(part.formula, context)) yield [part, match];
}

const matched = new WeakMap<MatchContext, Map<CompiledFormula, readonly Match[]>>();

/** Rules share sources and sanitizers: what was found for one is kept for the others. */
function matchOnce(formula: CompiledFormula, context: MatchContext): readonly Match[] {
  const known = matched.get(context) ?? new Map<CompiledFormula, readonly Match[]>();
  matched.set(context, known);
  const before = known.get(formula);
  if (before) return before;
  const matches = matchFormula(formula, context);
  // What a used-up budget cut short is not for others.
  if (context.budget.left > 0) known.set(formula, matches);
  return matches;
}

/** Hits by their exact range, and the ranges that no single node has. */
export class PlaceIndex<Hit> {
  private readonly byRange = new Map<number, Hit[]>();
  private readonly loose: { readonly start: number; readonly end: number; readonly hit: Hit }[] = [];
  /** `loose` by start, each with the furthest end up to it; made when first asked for. */
  private looseOrder: { readonly start: number; readonly end: number; readonly reach: number; readonly hit: Hit }[] | undefined;
  private readonly startSet = new Set<number>();
  private starts: number[] | undefined = [];

  add(match: Match, hit: Hit): void {
    const { start, end } = match.span;
    this.starts = undefined;
    this.startSet.add(start);
    const exactNode = match.node && match.node.start === start && match.node.end === end;
    if (!exactNode) this.loose.push({ start, end, hit });
    this.looseOrder = undefined;
    const key = keyOf(start, end);
    const known = this.byRange.get(key);
    if (known) known.push(hit);
    else this.byRange.set(key, [hit]);
  }

  isEmpty(): boolean {
    return this.byRange.size === 0;
  }

  /** Whether some hit begins at this offset. */
  startsAt(start: number): boolean {
    return this.startSet.has(start);
  }

  /** Whether some hit is a range that no node has. */
  hasLoose(): boolean {
    return this.loose.length > 0;
  }

  /** Hits whose range is exactly the node's. */
  at(node: Node): readonly Hit[] {
    return this.byRange.get(keyOf(node.start, node.end)) ?? none;
  }

  /** Hits of texts and statement sequences in which the node lies. */
  around(node: Node): readonly Hit[] {
    if (this.loose.length === 0) return none;
    this.looseOrder ??= this.orderedLoose();
    const found: Hit[] = [];
    // Backwards from the last that starts early enough, as long as one before it can still reach the node's end.
    for (let at = firstAfter(this.looseOrder, node.start) - 1; at >= 0; at--) {
      const one = this.looseOrder[at];
      if (!one || one.reach < node.end) break;
      if (node.end <= one.end) found.push(one.hit);
    }
    return found.reverse();
  }

  /** Whether some hit starts in the range, by binary search. */
  startsIn(start: number, end: number): boolean {
    this.starts ??= this.sortedStarts();
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const next = this.starts[low];
    return next !== undefined && next < end;
  }

  private orderedLoose() {
    let reach = 0;
    return [...this.loose]
      .sort((a, b) => a.start - b.start)
      .map((one) => {
        reach = Math.max(reach, one.end);
        return { ...one, reach };
      });
  }

  private sortedStarts(): number[] {
    return [...this.startSet].sort((a, b) => a - b);
  }
}

/** Index of the first that starts behind a place, by binary search. */
function firstAfter(ordered: readonly { readonly start: number }[], place: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

const none: readonly never[] = [];
/** Texts are shorter, so a range is one exact number. */
const keyFactor = 2 ** 26;

function keyOf(start: number, end: number): number {
  return start * keyFactor + end;
}
