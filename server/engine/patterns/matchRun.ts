/** What one matching run shares, and the steps that all comparisons are made of. */

import { childOf, type Kind, type Node, type Role } from "../tree/node.ts";
import { type Bound, bind, bindingOf, lookUp, noOutcome, type Outcomes } from "./bindings.ts";
import type { Binding, MatchContext } from "./match.ts";
import { type FileFacts, importPath } from "./matchContext.ts";
import { isMetavariable } from "./patternSource.ts";
import { plainSegment } from "./scopes.ts";

/** Tests the text of a literal: what `"=~/re/"` means. */
export type StringTest = (text: string) => boolean;

/** Compares a pattern node with a code node: every way in which the one is an instance of the other. */
export type Matcher = (run: Run, pattern: Node, node: Node, bound: Bound) => Outcomes;

export interface Run {
  readonly context: MatchContext;
  readonly facts: FileFacts;
  /** Tests of `"=~/re/"` strings, by pattern node. */
  readonly strings: ReadonlyMap<Node, StringTest>;
  /** What code must be like for a metavariable to stand for it, by the metavariable. */
  readonly tests: ReadonlyMap<string, StringTest> | undefined;
  /** Metavariables that the pattern names more than once: what binds one need not look like the others. */
  readonly repeated: ReadonlySet<string>;
  /** The comparison of nodes of any kind; here, so that the kinds' own files need not import it. */
  readonly match: Matcher;
}

/** A metavariable for a node; for the local name of a module also for the module. What it cannot stand for is not bound. */
export function bindNode(run: Run, name: string, node: Node, bound: Bound): Outcomes {
  const { context, facts } = run;
  const { tree } = context;
  const test = run.tests?.get(name);
  // The brackets around an expression belong to what stands for `$X`.
  const brackets = facts.precise || node.kind === "name" ? undefined : tree.brackets?.get(node);
  const { start, end } = brackets ?? node;
  const written =
    test && !lookUp(bound, name) && !test(tree.text.slice(start, end))
      ? noOutcome
      : bind(bound, name, bindingOf(tree, [node], node.start, facts.variableOf, brackets));
  if (node.kind !== "name" || !facts.imported.has(node.text)) return written;
  const module = importPath(node, facts);
  if (module === undefined || module === node.text || module.includes(".")) return written;
  return [
    ...written,
    ...bind(bound, name, { span: { start: node.start, end: node.end }, text: plainSegment(module), nodes: [] }),
  ];
}

/** To Semgrep `$X` stands for `x?.` where the code for `$X.a` is `x?.a`, and for `f<T` where that for `$X()` is `f<T>()`. */
export function bindMarked({ context, facts, tests }: Run, name: string, node: Node, mark: string, bound: Bound): Outcomes {
  const { span: plain, text: written } = bindingOf(context.tree, [node], node.start);
  const text = written + mark;
  const span = context.tree.text.startsWith(mark, plain.end) ? { start: plain.start, end: plain.end + mark.length } : plain;
  if (tests?.get(name)?.(text) === false && !lookUp(bound, name)) return noOutcome;
  return bind(bound, name, { span, text, written, nodes: [node], variableOf: facts.variableOf, mark });
}

/** Same kind, same text, children in order. */
export function matchSame(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  if (pattern.kind !== node.kind || pattern.text !== node.text) return noOutcome;
  if (pattern.kind === "other" && pattern.type !== node.type) return noOutcome;
  return matchList(run, pattern.children, node.children, bound);
}

/** Patterns with ellipses against nodes, all of them. */
export function matchList(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound, p = 0, n = 0): Outcomes {
  const pattern = patterns[p];
  if (!pattern) return n === nodes.length ? [bound] : noOutcome;
  if (pattern.kind === "ellipsis" || pattern.kind === "ellipsisMetavariable") {
    const last = p === patterns.length - 1;
    if (last && pattern.kind === "ellipsis") return [bound];
    if (pattern.kind === "ellipsis" && n === nodes.length) return noOutcome;
    const outcomes: Bound[] = [];
    for (let end = last ? nodes.length : n; end <= nodes.length && run.context.budget.left > 0; end++) {
      for (const next of matchSlice(run, pattern, pattern.kind === "ellipsis" ? nodes : nodes.slice(n, end), bound))
        outcomes.push(...matchList(run, patterns, nodes, next, p + 1, end));
    }
    return outcomes;
  }
  const node = nodes[n];
  if (!node) return noOutcome;
  return chain(run.match(run, pattern, node, bound), (next) => matchList(run, patterns, nodes, next, p + 1, n + 1));
}

export function matchSlice(run: Run, pattern: Node, nodes: readonly Node[], bound: Bound): Outcomes {
  if (pattern.kind === "ellipsis") return [bound];
  return bind(bound, pattern.text, bindingOf(run.context.tree, nodes, nodes[0]?.start ?? 0));
}

/** Goes on from each outcome. */
export function chain(outcomes: Outcomes, next: (bound: Bound) => Outcomes): Outcomes {
  if (outcomes.length === 0) return noOutcome;
  return outcomes.length === 1 ? next(outcomes[0]) : outcomes.flatMap((bound) => next(bound));
}

/** Alternatives that bind the same things are one. */
export function distinct(outcomes: readonly Bound[]): Outcomes {
  if (outcomes.length < 2) return outcomes;
  const kept: Bound[] = [];
  for (const outcome of outcomes) if (!kept.some((other) => sameBound(other, outcome))) kept.push(outcome);
  return kept;
}

function sameBound(a: Bound, b: Bound): boolean {
  let [left, right] = [a, b];
  while (left && right && left !== right) {
    const [one, two] = [left.binding, right.binding];
    if (left.name !== right.name || one.span.start !== two.span.start || one.span.end !== two.span.end) return false;
    if (one.text !== two.text) return false;
    left = left.next;
    right = right.next;
  }
  return left === right;
}

const notExpressionRoles: ReadonlySet<Role> = new Set([
  "property",
  "name",
  "tag",
  "parameter",
  "case",
  "catch",
  "item",
  "binding",
]);
const notExpressionKinds: ReadonlySet<Kind> = new Set([
  "block",
  "pair",
  "parameter",
  "stringPart",
  "interpolation",
  "jsxText",
  "jsxAttribute",
  "keywordArgument",
  "decorator",
  "binding",
  "type",
  "case",
  "catch",
  "field",
]);

/** Whether an expression stands here, rather than a part of one such as a property name or a key. */
export function isExpressionPlace(node: Node): boolean {
  if (notExpressionKinds.has(node.kind) || notExpressionRoles.has(node.role) || isBaseName(node)) return false;
  // In Python a type is an expression.
  if (node.role === "type" || node.role === "returnType")
    return node.type !== "type_identifier" && node.type !== "predefined_type";
  if (node.role === "key") return node.kind !== "string" || isComputedKey(node.parent);
  if (node.kind === "string" && node.type === "property_identifier") return false;
  if (node.type === "type_identifier" && node.parent?.kind === "type") return false;
  if (node.kind === "function" && node.parent && (heldFunction(node.parent) === node || isClassBody(node.parent))) return false;
  return !(node.role === "target" && node.parent?.kind === "parameter");
}

/** In Python a key is any expression; in JavaScript only one in brackets is more than a name. */
function isComputedKey(pair: Node | undefined): boolean {
  const type = pair?.parent?.type;
  return pair?.text === "[]" || type === "dictionary" || type === "dictionary_comprehension";
}

/** In JavaScript the dotted name behind `extends` is a type. */
function isBaseName(node: Node): boolean {
  let at: Node | undefined = node;
  while (at && (at.kind === "name" || at.kind === "member") && at.role === "object") at = at.parent;
  return at?.role === "base" && (at.kind === "name" || at.kind === "member") && at.parent?.type !== "class_definition";
}

/** Its members are no expressions. */
function isClassBody({ kind, parent }: Node): boolean {
  return kind === "block" && parent?.kind === "class";
}

/** The content of a string literal; its span leaves out the quotes where they are simple. */
export function stringBinding({ facts }: Run, node: Node, value: string): Binding {
  const simple = node.kind === "string" && node.end - node.start === value.length + 2;
  const span = simple ? { start: node.start + 1, end: node.end - 1 } : { start: node.start, end: node.end };
  const isVariable = !facts.precise && (node.kind === "name" || node.kind === "member");
  return { span, text: value, nodes: [], ...(isVariable ? { elsewhere: true } : {}) };
}

/** Each pattern takes a node of its own; nodes may be left over. */
export function matchAnyOrder(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound): Outcomes {
  const [first, ...rest] = patterns;
  if (!first) return [bound];
  if (rest.length === 0) return distinct(nodes.flatMap((node) => run.match(run, first, node, bound)));
  const outcomes: Bound[] = [];
  for (const [at, node] of nodes.entries())
    for (const next of run.match(run, first, node, bound))
      outcomes.push(
        ...matchAnyOrder(
          run,
          rest,
          nodes.filter((_, other) => other !== at),
          next,
        ),
      );
  return distinct(outcomes);
}

export function isSequence(kind: Kind): boolean {
  return kind === "ellipsis" || kind === "ellipsisMetavariable";
}

/** The function of `key: function () {}` and of a class field: it is a method named by its key. */
export function heldFunction(node: Node): Node | undefined {
  const value = node.kind === "pair" || node.kind === "field" ? childOf(node, "value") : undefined;
  return value?.kind === "function" && !childOf(value, "name") && value.type !== "lambda" ? value : undefined;
}

/** Whether the node is the bare expression of an arrow function or lambda. */
export function isArrowBody(node: Node): boolean {
  return node.role === "body" && node.parent?.kind === "function" && node.kind !== "block";
}

/** The text itself, or a metavariable in its place. */
export function matchText(pattern: Node, node: Node, bound: Bound): Outcomes {
  if (isMetavariable(pattern.text)) {
    const span = { start: node.start, end: node.start + node.text.length };
    return bind(bound, pattern.text, { span, text: node.text, nodes: [] });
  }
  return pattern.text === node.text ? [bound] : noOutcome;
}

/** Children by role; a role that the pattern lacks must be lacking in the code, unless it is in `optional`. */
export function byRoles(roles: readonly Role[], optional: readonly Role[] = []): Matcher {
  return (run, pattern, node, bound) => {
    if (pattern.kind !== node.kind || pattern.text !== node.text) return noOutcome;
    let outcomes: Outcomes = [bound];
    for (const role of roles) {
      const wanted = childOf(pattern, role);
      const found = childOf(node, role);
      if (!wanted && (!found || optional.includes(role))) continue;
      if (!wanted) return noOutcome;
      outcomes = chain(outcomes, (next) => matchOptional(run, wanted, found, next));
    }
    return outcomes;
  };
}

/** An ellipsis also stands for nothing. */
export function matchOptional(run: Run, pattern: Node, node: Node | undefined, bound: Bound): Outcomes {
  if (!node) return pattern.kind === "ellipsis" ? [bound] : noOutcome;
  return run.match(run, pattern, node, bound);
}
