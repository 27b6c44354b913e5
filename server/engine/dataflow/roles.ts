/** Which places of a file are sources, sinks and sanitizers of one rule. */

import type { CompiledFormula } from "../patterns/compileFormula.ts";
import type { Binding, Match, MatchContext } from "../patterns/match.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { matchFormula } from "../patterns/matchFormula.ts";
import type { Near } from "../patterns/ranges.ts";
import { type Compiled, type CompiledTaint, occurs } from "../rules/compileRule.ts";
import { defaultLabel } from "../rules/requires.ts";
import type { Rule, TaintPart, TaintPropagator } from "../rules/rule.ts";
import { childOf, type Kind, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { Span } from "../tree/span.ts";
import { isToldByCallers } from "./callers.ts";
import { isAtExit } from "./exits.ts";
import { isDeclaredPlain } from "./fieldTypes.ts";
import type { Module } from "./targets.ts";
import type { Origin } from "./value.ts";
import { isWiderFolder } from "./widerFolder.ts";

export interface SourceHit extends Compiled<TaintPart> {
  readonly origin: Origin;
}

export interface SinkHit extends Compiled<TaintPart> {
  readonly match: Match;
  /** Where data is followed for several rules at once: the one whose sink it is. */
  readonly owner?: Rule;
  /** Of a call in this file that leads to a sink in another one: that sink. */
  readonly beyond?: { readonly sink: SinkHit; readonly match: Match; readonly module: Module };
}

export interface SanitizerHit {
  readonly match: Match;
  readonly bySideEffect: boolean;
}

/** A sanitizer that cleans by the outcome of a condition. */
export interface CheckHit {
  readonly outcome: boolean;
}

/** One match of a propagator. */
export interface PropagatorHit {
  readonly propagator: Compiled<TaintPropagator>;
  /** What it brings data to, where that is one node. */
  readonly to: Node | undefined;
}

/** All hits of one rule in one file, found by the place of a node. */
export interface Roles {
  readonly sources: PlaceIndex<SourceHit>;
  readonly sinks: PlaceIndex<SinkHit>;
  readonly sanitizers: PlaceIndex<SanitizerHit>;
  /** Sanitizers that clean by the outcome of the condition that they stand in. */
  readonly checks: PlaceIndex<CheckHit>;
  /** Propagators by the places that they take data from and bring it to. */
  readonly takesFrom: PlaceIndex<PropagatorHit>;
  readonly bringsTo: PlaceIndex<PropagatorHit>;
  /** Parts of sinks that have a requirement of their own. */
  readonly sinkParts: PlaceIndex<Binding>;
  /** Whether some sink stands outside all functions. */
  readonly sinkAtTop: boolean;
}

/** Where findRoles looks. */
export interface RolesWanted {
  /** The other side is in no other file: without a sink no source is looked for. */
  readonly alone: boolean;
  /** The code that leads to some sink, of these or in another file; absent: a caller's data is not wanted here. */
  readonly leadingTo?: (sinks: PlaceIndex<unknown>) => Near;
  /** Stands for all sources, where it does not matter which. */
  readonly origin?: Origin | undefined;
}

/** All but the sanitizers. */
export function findRoles(body: CompiledTaint, module: Module, { alone, leadingTo, origin }: RolesWanted): Roles {
  const { context } = module;
  const hits: SinkHit[] = [];
  eachMatch(body.sinks, context, (part, match) => {
    if (!part.atExit || isAtExit(match)) hits.push({ ...part, match });
  });
  const sources = new PlaceIndex<SourceHit>();
  if (!alone || hits.length > 0) {
    const note = (part: Compiled<TaintPart>, match: Match): void =>
      sources.add(match, { ...part, origin: origin ?? { kind: "source", match, label: part.label ?? defaultLabel, module } });
    const handedIn = body.sources.filter(({ fromCaller }) => fromCaller === true);
    eachMatch(handedIn.length === 0 ? body.sources : body.sources.filter((part) => !handedIn.includes(part)), context, note);
    const noteParameter = (part: Compiled<TaintPart>, match: Match): void => {
      if (match.node && isDeclaredPlain(match.node)) return;
      const owner = functionAround(match.node);
      if (!owner || !match.node || !isToldByCallers(owner, context.tree, match.node)) note(part, match);
    };
    if (leadingTo && handedIn.length > 0) eachMatch(handedIn, context, noteParameter, leadingTo(openSinks(hits)));
  }
  const propagators = findPropagators(body, context);
  const literalsCount = !propagators.bringsTo.isEmpty() || body.sources.some(({ control }) => control === true);
  const sinks = new PlaceIndex<SinkHit>();
  const sinkParts = new PlaceIndex<Binding>();
  let sinkAtTop = false;
  for (const hit of hits) {
    const { match, requires } = hit;
    if (!literalsCount && isOutOfReach(match, sources)) continue;
    sinks.add(match, hit);
    for (const { metavariable } of requires ?? [])
      if (metavariable !== undefined) addBinding(sinkParts, match, metavariable, (binding) => binding);
    sinkAtTop ||= isAtTop(match.node);
  }
  return { sources, sinks, sanitizers: new PlaceIndex(), checks: new PlaceIndex(), ...propagators, sinkParts, sinkAtTop };
}

/** Those that a parameter can reach. */
function openSinks(hits: readonly SinkHit[]): PlaceIndex<unknown> {
  const open = new PlaceIndex<unknown>();
  for (const { match } of hits) if (!match.node || !literals.has(match.node.kind)) open.add(match, undefined);
  return open;
}

/** What is found is kept, so `findRoles` does not look for it again. A parameter may be a source wherever it is called. */
export function hasPlace(parts: CompiledTaint["sinks" | "sources"], { context }: Module): boolean {
  let found = false;
  for (const part of parts) {
    if (part.fromCaller === true) return true;
    eachMatch([part], context, ({ atExit }, match) => {
      found ||= !atExit || isAtExit(match);
    });
  }
  return found;
}

/** Literals hold no data, unless a source is one or has one in it; a parameterized query is the usual sink of this kind. */
const literals: ReadonlySet<Kind> = new Set<Kind>(["string", "number", "boolean", "null", "regex"]);

function isOutOfReach({ node, span }: Match, sources: PlaceIndex<SourceHit>): boolean {
  if (!node || !literals.has(node.kind) || node.start !== span.start || node.end !== span.end || sources.hasLoose()) return false;
  for (let at: Node | undefined = node; at; at = at.parent) if (sources.at(at).length > 0) return false;
  return true;
}

function findPropagators(body: CompiledTaint, context: MatchContext): Pick<Roles, "takesFrom" | "bringsTo"> {
  const takesFrom = new PlaceIndex<PropagatorHit>();
  const bringsTo = new PlaceIndex<PropagatorHit>();
  eachMatch(body.propagators, context, (propagator, match) => {
    const hit = { propagator, to: match.bindings.get(propagator.to)?.nodes[0] };
    addBinding(takesFrom, match, propagator.from, () => hit);
    addBinding(bringsTo, match, propagator.to, () => hit);
  });
  return { takesFrom, bringsTo };
}

function addBinding<Hit>(index: PlaceIndex<Hit>, match: Match, metavariable: string, hitOf: (binding: Binding) => Hit): void {
  const binding = match.bindings.get(metavariable);
  if (binding) index.add({ span: binding.span, node: binding.nodes[0] }, hitOf(binding));
}

function isAtTop(node: Node | undefined): boolean {
  return functionAround(node) === undefined;
}

function functionAround(node: Node | undefined): Node | undefined {
  for (let at = node; at; at = at.parent) if (at.kind === "function") return at;
  return undefined;
}

/** Sanitizers, of which those that must not conflict stand aside for sources and sinks. @returns `undefined` when nothing sanitizes here. */
export function findSanitizers(
  body: CompiledTaint,
  roles: Roles,
  context: MatchContext,
): Pick<Roles, "sanitizers" | "checks"> | undefined {
  const sanitizers = new PlaceIndex<SanitizerHit>();
  const checks = new PlaceIndex<CheckHit>();
  eachMatch(body.sanitizers, context, (part, match) => {
    const conflicts =
      part.notConflicting === true && [roles.sources, roles.sinks].some((others) => others.at(withoutBrackets(match)).length > 0);
    if (conflicts || (part.folder !== undefined && comparesWider(match, part.folder, context))) return;
    if (part.exact === true && !factsOf(context).precise && isAssignedCall(match)) return;
    // A function or an `if` that is matched as a whole cleans all that stands in it, as a range of statements does.
    const holds = match.node && holdCode.has(match.node.kind) && !factsOf(context).precise;
    const place = holds ? { span: match.span, node: undefined } : match;
    if (part.cleansWhen === undefined) sanitizers.add(place, { match, bySideEffect: part.bySideEffect === true });
    else checks.add(match, { outcome: part.cleansWhen });
  });
  return sanitizers.isEmpty() && checks.isEmpty() ? undefined : { sanitizers, checks };
}

const holdCode: ReadonlySet<Kind> = new Set(["function", "class", "branch", "loop", "try", "switch", "with"]);

/** Recorded: with `exact: true` a call whose result a variable is given sanitizes nothing in the documented language. */
function isAssignedCall({ node }: Match): boolean {
  const parent = node?.parent;
  if (node?.kind !== "call" || node.role !== "value" || !parent) return false;
  const assigns = parent.kind === "declare" || (parent.kind === "assign" && parent.text === "=");
  return assigns && childOf(parent, "target")?.kind === "name";
}

function comparesWider({ node, bindings }: Match, folder: string, context: MatchContext): boolean {
  const base = bindings.get(folder)?.nodes[0];
  const { definitions } = factsOf(context);
  return base !== undefined && node !== undefined && isWiderFolder(base, node, { tree: context.tree, definitions });
}

/** @param around Only where the code that is found first contains one of these; what is found so is of no use to other rules. */
function eachMatch<Part extends { readonly formula: CompiledFormula }>(
  parts: readonly Part[],
  context: MatchContext,
  use: (part: Part, match: Match) => void,
  around?: Near,
): void {
  for (const part of parts)
    if (occurs(part.formula, context.texts))
      for (const match of around ? matchFormula(part.formula, context, around) : matchOnce(part.formula, context))
        use(part, match);
}

const matched = new Notes<MatchContext, Map<CompiledFormula, readonly Match[]>>();

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

  add(match: Pick<Match, "span" | "node" | "exact">, hit: Hit): void {
    const { node } = match;
    const { start, end } = withoutBrackets(match);
    this.starts = undefined;
    this.startSet.add(start);
    const exactNode = node && node.start === start && node.end === end;
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
  at({ start, end }: Span): readonly Hit[] {
    return this.byRange.get(keyOf(start, end)) ?? none;
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

/** Where the node of a match stands, where the match is the brackets around it too. */
function withoutBrackets({ span, node, exact }: Pick<Match, "span" | "node" | "exact">): Span {
  if (exact) return exact;
  return node && span.start < node.start && node.end < span.end ? node : span;
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
