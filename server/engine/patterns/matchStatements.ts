/** Statements in sequence, with ellipses between them. */

import type { Kind, Node } from "../tree/node.ts";
import { type Bound, bind, bindingOf, noOutcome, type Outcomes } from "./bindings.ts";
import { chain, distinct, isExpressionPlace, type Matcher, matchSlice, type Run } from "./matchRun.ts";

/** A way in which a sequence matched, and the last statement of the list that it reached into. */
export interface Reached {
  readonly bound: Bound;
  readonly last: number;
}

const statementKinds: ReadonlySet<Kind> = new Set([
  "block",
  "declare",
  "return",
  "throw",
  "break",
  "continue",
  "delete",
  "global",
  "assert",
  "branch",
  "loop",
  "try",
  "switch",
  "case",
  "with",
  "import",
  "export",
  "field",
  "function",
  "class",
  "other",
  "metavariable",
  "ellipsis",
  "ellipsisMetavariable",
]);

/** A block's statements, all of them; a lone statement without braces is a block too. */
export const matchBlock: Matcher = (run, pattern, node, bound) => {
  // `else if` is a branch of its own; for `else { ... }` it is a block with that one statement.
  if (node.kind !== "block")
    return node.kind === "branch" && node.role === "else" ? matchStatements(run, pattern.children, [node], bound) : noOutcome;
  const lone = pattern.type === "" ? pattern.children[0] : undefined;
  // `if (x) $S`: the metavariable stands for whatever the body is.
  if (lone?.kind === "metavariable") return bind(bound, lone.text, bindingOf(run.context.tree, [node], node.start));
  return matchStatements(run, pattern.children, node.children, bound);
};

/**
 * The statements of a body: all of them, unless the pattern has an ellipsis. Then it also reaches into nested blocks, and
 * statements after the last one asked for do not matter.
 */
export function matchStatements(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound): Outcomes {
  if (!patterns.some(({ kind }) => kind === "ellipsis")) return matchBodyFrom(run, patterns, nodes, bound, true);
  if (patterns.length === 1) return [bound];
  const flat = matchBodyFrom(run, patterns, nodes, bound, false);
  const deep = nested(nodes);
  if (deep.length === nodes.length) return flat;
  return distinct([
    ...flat,
    ...matchBodyFrom(
      run,
      patterns,
      deep.map(({ node }) => node),
      bound,
      false,
    ),
  ]);
}

function matchBodyFrom(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound, whole: boolean): Outcomes {
  const reached = matchFrom(run, patterns, nodes, bound, 0, 0);
  return distinct(reached.filter(({ last }) => !whole || last === nodes.length - 1).map((way) => way.bound));
}

/**
 * A sequence somewhere in a list of statements, beginning at `from`.
 *
 * @returns Each way with the index of the statement of `nodes` in which it ends.
 */
export function matchSequenceAt(run: Run, patterns: readonly Node[], nodes: readonly Node[], from: number): readonly Reached[] {
  const first = patterns[0];
  const start = nodes[from];
  if (!first || !start) return [];
  // Most statements are not the beginning; nothing is collected for them.
  if (
    first.kind !== "ellipsis" &&
    first.kind !== "ellipsisMetavariable" &&
    matchStatement(run, first, start, undefined).length === 0
  )
    return [];
  const flat = matchFrom(run, patterns, nodes, undefined, 0, from);
  if (!patterns.some(({ kind }) => kind === "ellipsis")) return flat;
  const deep = nested(nodes.slice(from));
  if (deep.length === nodes.length - from) return flat;
  const reached = matchFrom(
    run,
    patterns,
    deep.map(({ node }) => node),
    undefined,
    0,
    0,
  );
  return [...flat, ...reached.map(({ bound, last }) => ({ bound, last: from + (deep[last]?.top ?? 0) }))];
}

function matchFrom(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound, p: number, n: number): Reached[] {
  const pattern = patterns[p];
  if (!pattern) return [{ bound, last: n - 1 }];
  if (pattern.kind === "ellipsis" || pattern.kind === "ellipsisMetavariable") {
    const last = p === patterns.length - 1;
    const found: Reached[] = [];
    for (let end = last ? nodes.length : n; end <= nodes.length && run.context.budget.left > 0; end++) {
      // Only a place where the next statement can stand is worth an attempt.
      const slice = pattern.kind === "ellipsis" ? [] : nodes.slice(n, end);
      for (const next of matchSlice(run, pattern, slice, bound)) found.push(...matchFrom(run, patterns, nodes, next, p + 1, end));
    }
    return found;
  }
  const node = nodes[n];
  if (!node) return [];
  return matchStatement(run, pattern, node, bound).flatMap((next) => matchFrom(run, patterns, nodes, next, p + 1, n + 1));
}

/** An expression as a statement is also met by a simple statement that has it inside. */
export function matchStatement(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const [exported] = node.children;
  if (node.kind === "export" && pattern.kind !== "export" && exported) return matchStatement(run, pattern, exported, bound);
  const whole = run.match(run, pattern, node, bound);
  if (statementKinds.has(pattern.kind)) return whole;
  const inside = expressionsIn(node);
  if (inside.length === 0) return whole;
  return distinct([...whole, ...inside.flatMap((inner) => run.match(run, pattern, inner, bound))]);
}

/** Expressions inside an expression statement, `return`, declaration or assignment; functions are not entered. */
function expressionsIn(node: Node): Node[] {
  if (statementKinds.has(node.kind) && node.kind !== "return" && node.kind !== "declare") return [];
  const found: Node[] = [];
  const stack = [...node.children];
  for (let inner = stack.pop(); inner; inner = stack.pop()) {
    if (isExpressionPlace(inner)) found.push(inner);
    if (inner.kind !== "function" && inner.kind !== "class") stack.push(...inner.children);
  }
  return found;
}

interface Nested {
  readonly node: Node;
  /** Index of the statement of the outer list in which it stands. */
  readonly top: number;
}

/** Each statement followed by the statements inside it, in source order. */
function nested(nodes: readonly Node[]): Nested[] {
  const all: Nested[] = [];
  for (const [top, node] of nodes.entries()) {
    all.push({ node, top });
    collectInside(node, top, all);
  }
  return all;
}

function collectInside(node: Node, top: number, into: Nested[]): void {
  for (const child of node.children) {
    if (child.role === "statement") into.push({ node: child, top });
    else if (child.role === "body" && node.kind === "function" && child.kind !== "block") into.push({ node: child, top });
    // Methods of an object literal are not statements of the function around it.
    if (!(child.kind === "function" && child.role === "element")) collectInside(child, top, into);
  }
}

/** For functions: the statements of a body, where a bare expression counts as returned. */
export function matchBody(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  if (pattern.kind === "block" && node.kind !== "block") {
    const [only] = pattern.children;
    if (pattern.children.every(({ kind }) => kind === "ellipsis")) return [bound];
    const wanted = pattern.children.filter(({ kind }) => kind !== "ellipsis");
    return only && wanted.length === 1 && wanted[0] ? matchStatement(run, wanted[0], node, bound) : noOutcome;
  }
  if (pattern.kind !== "block" && pattern.kind !== "ellipsis" && node.kind === "block") {
    const [only] = node.children;
    if (node.children.length === 1 && only?.kind === "return" && only.children[0])
      return run.match(run, pattern, only.children[0], bound);
  }
  return chain([bound], (next) => run.match(run, pattern, node, next));
}
