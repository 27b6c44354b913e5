/** Runs a compiled formula on a file: ranges that contain, exclude and agree with one another. */

import type { Node } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";
import { merge, toBindings } from "./bindings.ts";
import type { CompiledCondition, CompiledFormula, CompiledNode } from "./compileFormula.ts";
import type { RegexMatch } from "./compileRegex.ts";
import { findPattern } from "./findPattern.ts";
import type { Binding, Bindings, Match, MatchContext } from "./match.ts";
import { both, contains, distinctMatches, type Near, nearTo, within, without } from "./ranges.ts";

/** The whole file, or the part that a metavariable stands for. */
interface Scope {
  readonly context: MatchContext;
  readonly span: Span;
  /** The nodes of the part; absent for the whole file. */
  readonly nodes?: readonly Node[];
  /** Ranges without anything to do with earlier matches are not worth finding: they must contain one, or touch one. */
  readonly near?: { readonly matches: Near; readonly how: "contains" | "touches" };
}

type All = Extract<CompiledNode, { op: "all" }>;

const unbound: Bindings = new Map();

/**
 * @returns All matches, by start, then end; none twice with the same range and bindings. Stops early when the budget is used up.
 */
export function matchFormula(compiled: CompiledFormula, context: MatchContext): Match[] {
  return distinctMatches(evaluate(compiled.formula, { context, span: { start: 0, end: context.tree.text.length } }));
}

function evaluate(formula: CompiledNode, scope: Scope): Match[] {
  switch (formula.op) {
    case "pattern":
      if (!formula.words.every((word) => scope.context.texts.has(word))) return [];
      return findPattern(formula.pattern, formula.strings, scope.context, scope.nodes, scope.near).map(
        ({ node, span, bound }) => ({
          span,
          node,
          bindings: bound ? toBindings(bound) : unbound,
        }),
      );
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

function regexMatches(found: readonly RegexMatch[], offset: number): Match[] {
  return found.map(({ start, end, groups }) => {
    const span = { start: start + offset, end: end + offset };
    const bindings = new Map<string, Binding>();
    for (const [name, text] of Object.entries(groups)) bindings.set(`$${name}`, { span, text, nodes: [] });
    return { span, node: undefined, bindings };
  });
}

/** Stops as soon as nothing is left; each step only looks near what the steps before it found. */
function evaluateAll(formula: All, outer: Scope): Match[] {
  const scope = innerScope(formula, outer);
  let matches = positiveMatches(formula, scope);
  if (formula.positive.length > 0)
    for (const inside of formula.inside) {
      if (matches.length === 0) return matches;
      matches = within(matches, evaluate(inside, near(scope, matches, "contains")));
    }
  for (const not of formula.not) {
    if (matches.length === 0) return matches;
    const place = not.op === "regex" ? scope : near(scope, matches, "contains");
    matches = without(matches, evaluate(not, place), not.op);
  }
  for (const condition of formula.where) {
    if (matches.length === 0) return matches;
    matches = matches.flatMap((match) => holds(condition, match, scope));
  }
  return formula.focus.length === 0 ? matches : matches.flatMap((match) => focused(match, formula.focus));
}

/** What contains a range also contains what is in it; for other relations, and where the result is narrowed, nothing follows. */
function innerScope(formula: All, scope: Scope): Scope {
  if (!scope.near || (scope.near.how === "contains" && formula.focus.length === 0)) return scope;
  const { near: _, ...rest } = scope;
  return rest;
}

function near(scope: Scope, matches: readonly Match[], how: "contains" | "touches"): Scope {
  return { ...scope, near: { matches: nearTo(matches), how } };
}

function positiveMatches(formula: All, scope: Scope): Match[] {
  const [first, ...others] = formula.positive.length > 0 ? formula.positive : formula.inside;
  // Only exclusions: what they are taken from is the whole part that is looked at.
  if (!first) return [{ span: scope.span, node: undefined, bindings: unbound }];
  let matches = evaluate(first, scope).filter((match) => mayHold(formula.where, match));
  for (const next of others) {
    if (matches.length === 0) return matches;
    if (formula.positive.length === 0) matches = within(matches, evaluate(next, near(scope, matches, "contains")));
    else matches = both(matches, evaluate(next, scope.near ? scope : near(scope, matches, "touches")));
  }
  return matches;
}

/** Cheap conditions on what is bound already; the others come later. */
function mayHold(where: readonly CompiledCondition[], { bindings }: Match): boolean {
  for (const condition of where) {
    const binding = condition.op === "regex" ? bindings.get(condition.metavariable) : undefined;
    if (binding && condition.op === "regex" && !condition.test(binding.text)) return false;
  }
  return true;
}

function holds(condition: CompiledCondition, match: Match, scope: Scope): Match[] {
  const binding = match.bindings.get(condition.metavariable);
  if (!binding) return [];
  if (condition.op === "regex") return condition.test(binding.text) ? [match] : [];
  const inner = { context: scope.context, span: binding.span, nodes: binding.nodes };
  const found = evaluate(condition.formula, inner).filter((part) => contains(binding.span, part.span));
  const merged = found.map((part) => merge(match.bindings, part.bindings)).filter((bindings) => bindings !== undefined);
  return distinctMatches(merged.map((bindings) => ({ span: match.span, node: match.node, bindings })));
}

/** The match narrowed to what each of the metavariables stands for. */
function focused(match: Match, names: readonly string[]): Match[] {
  return names.flatMap((name) => {
    const binding = match.bindings.get(name);
    return binding ? [{ span: binding.span, node: binding.nodes[0], bindings: match.bindings }] : [];
  });
}
