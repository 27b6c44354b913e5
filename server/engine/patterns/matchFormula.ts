/** Runs a compiled formula on a file: ranges that contain, exclude and agree with one another. */

import type { Node } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";
import { agree, merge, toBindings } from "./bindings.ts";
import type { CompiledCondition, CompiledFormula, CompiledNode } from "./compileFormula.ts";
import { findPattern } from "./findPattern.ts";
import type { Binding, Bindings, Match, MatchContext } from "./match.ts";

/** The whole file, or the part that a metavariable stands for. */
interface Scope {
  readonly context: MatchContext;
  readonly span: Span;
  /** The nodes of the part; absent for the whole file. */
  readonly nodes?: readonly Node[];
  /** What is already bound outside; a part must agree with it. */
  readonly outer: Bindings;
}

const unbound: Bindings = new Map();

/**
 * @returns All matches, by start, then end; none twice with the same range and bindings. Stops early when the budget is used up.
 */
export function matchFormula(compiled: CompiledFormula, context: MatchContext): Match[] {
  const scope = { context, span: { start: 0, end: context.tree.text.length }, outer: unbound };
  return distinctMatches(evaluate(compiled.formula, scope));
}

function evaluate(formula: CompiledNode, scope: Scope): Match[] {
  switch (formula.op) {
    case "pattern":
      return findPattern(formula.pattern, formula.strings, scope.context, scope.nodes).map(({ node, span, bound }) => ({
        span,
        node,
        bindings: bound ? toBindings(bound) : unbound,
      }));
    case "regex":
      return regexMatches(formula.regex.all(scope.context.tree.text.slice(scope.span.start, scope.span.end)), scope.span.start);
    case "inside":
      return evaluate(formula.of, scope);
    case "any":
      return formula.of.flatMap((part) => evaluate(part, scope));
    case "all":
      return evaluateAll(formula, scope);
  }
}

function regexMatches(
  found: readonly { start: number; end: number; groups: Readonly<Record<string, string>> }[],
  offset: number,
): Match[] {
  return found.map(({ start, end, groups }) => {
    const span = { start: start + offset, end: end + offset };
    const bindings = new Map<string, Binding>();
    for (const [name, text] of Object.entries(groups)) bindings.set(`$${name}`, { span, text, nodes: [] });
    return { span, node: undefined, bindings };
  });
}

function evaluateAll(formula: Extract<CompiledNode, { op: "all" }>, scope: Scope): Match[] {
  let matches = positiveMatches(formula, scope);
  if (matches.length === 0) return matches;
  if (formula.positive.length > 0)
    for (const inside of formula.inside) {
      matches = within(matches, evaluate(inside, scope));
      if (matches.length === 0) return matches;
    }
  for (const not of formula.not) {
    const excluded = evaluate(not, scope);
    matches = matches.filter((match) => !excluded.some((other) => excludes(match, other, not.op)));
    if (matches.length === 0) return matches;
  }
  for (const condition of formula.where) matches = matches.flatMap((match) => holds(condition, match, scope));
  return formula.focus.length === 0 ? matches : matches.flatMap((match) => focused(match, formula.focus));
}

function positiveMatches(formula: Extract<CompiledNode, { op: "all" }>, scope: Scope): Match[] {
  const [first, ...others] = formula.positive;
  if (!first) {
    const [inside, ...rest] = formula.inside;
    // Only exclusions: what they are taken from is the whole part that is looked at.
    if (!inside) return [{ span: scope.span, node: undefined, bindings: unbound }];
    return rest.reduce((matches, next) => within(matches, evaluate(next, scope)), evaluate(inside, scope));
  }
  return others.reduce(
    (matches, next) => (matches.length === 0 ? matches : both(matches, evaluate(next, scope))),
    evaluate(first, scope),
  );
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The smaller of two ranges, one of which contains the other, where their bindings agree. */
function both(left: readonly Match[], right: readonly Match[]): Match[] {
  const found: Match[] = [];
  for (const a of left)
    for (const b of right) {
      const smaller = contains(b.span, a.span) ? a : contains(a.span, b.span) ? b : undefined;
      const bindings = smaller && merge(a.bindings, b.bindings);
      if (smaller && bindings) found.push({ ...smaller, bindings });
    }
  return distinctMatches(found);
}

/** Matches that lie in one of the outer ones, with the bindings of both. */
function within(matches: readonly Match[], outer: readonly Match[]): Match[] {
  const found: Match[] = [];
  for (const match of matches)
    for (const around of outer) {
      if (!contains(around.span, match.span)) continue;
      const bindings = merge(match.bindings, around.bindings);
      if (bindings) found.push(bindings === match.bindings ? match : { ...match, bindings });
    }
  return distinctMatches(found);
}

/** A pattern excludes its own range, `inside` all that lies in it, a regex what it lies in. */
function excludes({ span, bindings }: Match, other: Match, op: CompiledNode["op"]): boolean {
  const ranges =
    op === "inside"
      ? contains(other.span, span)
      : op === "regex"
        ? contains(span, other.span)
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

function holds(condition: CompiledCondition, match: Match, scope: Scope): Match[] {
  const binding = match.bindings.get(condition.metavariable);
  if (!binding) return [];
  if (condition.op === "regex") return condition.regex.testStart(binding.text) ? [match] : [];
  const inner = { context: scope.context, span: binding.span, nodes: binding.nodes, outer: match.bindings };
  const found = evaluate(condition.formula, inner).filter((part) => contains(binding.span, part.span));
  const merged = found.map((part) => merge(match.bindings, part.bindings)).filter((bindings) => bindings !== undefined);
  return distinctMatches(merged.map((bindings) => ({ ...match, bindings })));
}

/** The match narrowed to what each of the metavariables stands for. */
function focused(match: Match, names: readonly string[]): Match[] {
  return names.flatMap((name) => {
    const binding = match.bindings.get(name);
    return binding ? [{ ...match, span: binding.span, node: binding.nodes[0] }] : [];
  });
}

/** Sorted; equal ranges with equal bindings once. */
export function distinctMatches(matches: readonly Match[]): Match[] {
  if (matches.length < 2) return [...matches];
  const sorted = matches.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const kept: Match[] = [];
  for (const match of sorted) {
    let same = false;
    for (let at = kept.length - 1; at >= 0 && !same; at--) {
      const other = kept[at];
      if (!other || other.span.start !== match.span.start || other.span.end !== match.span.end) break;
      same = sameBindings(other.bindings, match.bindings);
    }
    if (!same) kept.push(match);
  }
  return kept;
}

function sameBindings(a: Bindings, b: Bindings): boolean {
  if (a.size !== b.size) return false;
  for (const [name, { span, text }] of a) {
    const other = b.get(name);
    if (!other || other.span.start !== span.start || other.span.end !== span.end || other.text !== text) return false;
  }
  return true;
}
