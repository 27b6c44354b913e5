/** Statements in sequence, with ellipses between them. */

import type { Node } from "../tree/node.ts";
import { type Bound, bind, bindingOf, noOutcome, type Outcomes } from "./bindings.ts";
import { isImplicitReturn, statementKinds } from "./implicitReturns.ts";
import { expressionsIn, nested, returnedBy } from "./insideStatements.ts";
import { usualMatching } from "./matching.ts";
import { distinct, type Matcher, matchSlice, type Run } from "./matchRun.ts";
import { mayMatch } from "./mayMatch.ts";

/** A way in which a sequence matched, and the last statement of the list that it reached into. */
export interface Reached {
  readonly bound: Bound;
  readonly last: number;
}

/**
 * A block's statements. In an `if`, a lone statement is the same as a block that holds it alone; the body of a loop
 * is written in braces where the pattern's is.
 */
export const matchBlock: Matcher = (run, pattern, node, bound) => {
  const [lone, nodeLone] = [isLone(pattern), node.kind === "block" ? isLone(node) : true];
  const only = pattern.children.length === 1 ? pattern.children[0] : undefined;
  if (pattern.role === "finally" && node.role !== "finally") return noOutcome;
  // `if (x) $S`: the metavariable stands for whatever the body is.
  const body = lone || (node.kind === "block" && node.children.length > 1 && run.context.tree.language === "python");
  if (body && only?.kind === "metavariable") return bind(bound, only.text, bindingOf(run.context.tree, [node], node.start));
  if (lone && only?.kind === "ellipsis") return [bound];
  const branch = node.role === "then" || node.role === "else";
  if (!branch && node.kind === "block")
    return lone === nodeLone ? matchStatements(run, pattern.children, node.children, bound) : noOutcome;
  if (!branch) return noOutcome;
  // `else if` is a branch of its own; for `else { ... }` it is a block with that one statement.
  const statements = node.kind === "block" ? node.children : [node];
  if (lone === nodeLone) return node.kind === "block" ? matchStatements(run, pattern.children, statements, bound) : noOutcome;
  const single = lone ? statements : pattern.children;
  return single.length === 1 ? matchStatements(run, pattern.children, statements, bound) : noOutcome;
};

/** A block that stands for a statement without braces. */
function isLone(block: Node): boolean {
  return block.type === "";
}

/** The statements of a body: all of them, unless the pattern has an ellipsis; then what follows the last one does not matter. */
export function matchStatements(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound): Outcomes {
  const open = patterns.some(({ kind }) => kind === "ellipsis");
  if (open && patterns.length === 1) return [bound];
  const reached = matchSequence(run, patterns, nodes, bound, 0, 0);
  return distinct(reached.filter(({ last }) => open || last === nodes.length - 1).map((way) => way.bound));
}

/**
 * A sequence somewhere in a list of statements, beginning at `from`.
 *
 * @returns Each way with the index of the statement of `nodes` in which it ends.
 */
export function matchSequenceAt(run: Run, patterns: readonly Node[], nodes: readonly Node[], from: number): readonly Reached[] {
  if (!nodes[from]) return [];
  const beside = patterns[0]?.kind === "ellipsis" ? matchFrom(run, patterns, nodes, undefined, 0, from) : [];
  return beside.length > 0 ? beside : matchSequence(run, patterns, nodes, undefined, 0, from);
}

/** From the first `...` on also the statements in nested blocks. */
function matchSequence(
  run: Run,
  patterns: readonly Node[],
  nodes: readonly Node[],
  bound: Bound,
  p: number,
  n: number,
): readonly Reached[] {
  const pattern = patterns[p];
  if (!pattern) return [{ bound, last: n - 1 }];
  if (pattern.kind === "ellipsis") {
    const deep = p < patterns.length - 1 && run.context.matching.go_deeper_stmt ? nested(nodes, run.facts.precise) : undefined;
    const from = deep?.starts[n] ?? deep?.nodes.length ?? 0;
    if (!deep || deep.nodes.length - from === nodes.length - n) return matchFrom(run, patterns, nodes, bound, p, n);
    return matchFrom(run, patterns, deep.nodes, bound, p, from).map((way) => ({
      bound: way.bound,
      last: deep.tops[way.last] ?? n - 1,
    }));
  }
  if (pattern.kind === "ellipsisMetavariable") return matchFrom(run, patterns, nodes, bound, p, n);
  const node = nodes[n];
  if (!node || isCutOff(run, pattern, node, patterns[p + 1])) return [];
  return matchStatement(run, pattern, node, bound).flatMap((next) => matchSequence(run, patterns, nodes, next, p + 1, n + 1));
}

function matchFrom(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound, p: number, n: number): Reached[] {
  const pattern = patterns[p];
  if (!pattern) return [{ bound, last: n - 1 }];
  if (pattern.kind === "ellipsis" || pattern.kind === "ellipsisMetavariable") {
    const last = p === patterns.length - 1;
    const found: Reached[] = [];
    for (let end = last ? nodes.length : n; end <= nodes.length && run.context.budget.left > 0; end++) {
      const slice = pattern.kind === "ellipsis" ? [] : nodes.slice(n, end);
      for (const next of matchSlice(run, pattern, slice, bound)) found.push(...matchFrom(run, patterns, nodes, next, p + 1, end));
    }
    return found;
  }
  const node = nodes[n];
  if (!node || isCutOff(run, pattern, node, patterns[p + 1])) return [];
  return matchStatement(run, pattern, node, bound).flatMap((next) => matchFrom(run, patterns, nodes, next, p + 1, n + 1));
}

/** To Semgrep `export const a = 1` is `const a = 1` and behind it an export, so that nothing follows at once that is no export. */
function isCutOff(run: Run, pattern: Node, node: Node, following: Node | undefined): boolean {
  if (node.kind !== "export" || node.text !== "" || pattern.kind === "export" || !following || run.facts.precise) return false;
  return following.kind !== "ellipsis" && following.kind !== "ellipsisMetavariable";
}

/** An expression as a statement is also met by a simple statement that has it inside. */
export function matchStatement(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const [exported] = node.children;
  if (node.kind === "export" && pattern.kind !== "export" && exported) return matchStatement(run, pattern, exported, bound);
  // Among statements `raise a from b` is not what `raise a` asks for.
  if (pattern.kind === "throw" && node.kind === "throw" && !hasCause(pattern) && hasCause(node)) return noOutcome;
  if (isAsync(node) && pattern.kind === node.kind && !isAsync(pattern) && !run.facts.precise) return noOutcome;
  const { matching } = run.context;
  const quick = matching === usualMatching;
  const whole = quick && !mayMatch(run, pattern, node) ? noOutcome : run.match(run, pattern, node, bound);
  if (statementKinds.has(pattern.kind) || (quick && (pattern.holds & ~node.holds) !== 0)) return whole;
  const { precise } = run.facts;
  const inner = matching.implicit_deep_exprstmt ? expressionsIn(node, precise) : returnedBy(node, precise);
  if (inner.length === 0) return whole;
  const outcomes = [...whole];
  for (const one of inner) if (!quick || mayMatch(run, pattern, one)) outcomes.push(...run.match(run, pattern, one, bound));
  return distinct(outcomes);
}

/** Python: among statements `async with` and `async for` are not what `with` and `for` ask for; of several contexts the first is meant. */
function isAsync({ kind, text, start, children: [item] }: Node): boolean {
  return (kind === "with" && text === "async" && item?.start !== start) || (kind === "loop" && text === "async-for-in");
}

function hasCause({ children }: Node): boolean {
  return children.some(({ role }) => role === "other");
}

/** For functions: the statements of a body, where a bare expression counts as returned. */
export function matchBody(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  if (pattern.kind === "block" && node.kind !== "block") {
    const [only] = pattern.children;
    // An empty body is not that of a function which gives something back.
    if (pattern.children.length === 0) return noOutcome;
    if (pattern.children.every(({ kind }) => kind === "ellipsis")) return [bound];
    const wanted = pattern.children.filter(({ kind }) => kind !== "ellipsis");
    return only && wanted.length === 1 && wanted[0] ? matchStatement(run, wanted[0], node, bound) : noOutcome;
  }
  if (pattern.kind !== "block" && node.kind === "block") {
    if (run.facts.precise && pattern.kind === "metavariable") return run.match(run, pattern, node, bound);
    const [only] = node.children;
    const value = only && (only.kind === "return" ? only.children[0] : isImplicitReturn(only) ? only : undefined);
    const returned = node.children.length === 1 ? value : undefined;
    return returned ? run.match(run, pattern, returned, bound) : noOutcome;
  }
  return run.match(run, pattern, node, bound);
}
