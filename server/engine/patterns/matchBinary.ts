/** Operators: chains of one operator, whatever their brackets, and an ellipsis among the operands. */

import type { Node } from "../tree/node.ts";
import { type Bound, bind, bindingOf, noOutcome, type Outcomes } from "./bindings.ts";
import {
  chain,
  distinct,
  isSequence,
  type Matcher,
  matchAnyOrder,
  matchList,
  matchSame,
  matchSlice,
  type Run,
} from "./matchRun.ts";

const logical: ReadonlySet<string> = new Set(["&&", "||", "and", "or"]);
const commutative: ReadonlySet<string> = new Set(["|", "&", "^"]);
const conditional: ReadonlySet<string> = new Set(["||", "&&", "??"]);
const equality: ReadonlySet<string> = new Set(["==", "!="]);

export const matchBinary: Matcher = (run, pattern, node, bound) => {
  const { text } = pattern;
  if (node.kind === "assign" && node.text === `${text}=` && run.context.tree.language !== "python")
    return conditional.has(text) && !run.facts.precise
      ? matchConditional(run, pattern, node, bound)
      : matchList(run, pattern.children, node.children, bound);
  if (node.kind !== "binary" || node.text !== text || (isChainPart(node) && !isChainPart(pattern))) return noOutcome;
  if (isComparisonChain(pattern) !== isComparisonChain(node)) return noOutcome;
  const { matching } = run.context;
  if (matching.ac_matching && (logical.has(text) || commutative.has(text))) return matchAssociative(run, pattern, node, bound);
  if (
    equality.has(text) &&
    (matching.commutative_compop || (matching.symmetric_eq && matching.ac_matching)) &&
    !isComparisonChain(pattern)
  )
    return matchAnyOrder(run, pattern.children, node.children, bound);
  if (logical.has(text)) return matchLogical(run, pattern, node, bound);
  const operands = operandsOf(pattern, text, false);
  if (!operands.some(({ kind }) => isSequence(kind))) return matchSame(run, pattern, node, bound);
  return distinct(matchChain(run, operands, operandsOf(node, text, false), bound));
};

/** `x ||= y` is `x || (x = y)` to Semgrep. */
function matchConditional(run: Run, { children: [left, right] }: Node, node: Node, bound: Bound): Outcomes {
  const [target, value] = node.children;
  if (!left || !right || !target || !value) return noOutcome;
  return chain(run.match(run, left, target, bound), (next) => {
    if (right.kind === "ellipsis") return [next];
    if (right.kind === "metavariable") return bind(next, right.text, bindingOf(run.context.tree, [node], node.start));
    return right.kind === "assign" && right.text === "=" ? matchList(run, right.children, [target, value], next) : noOutcome;
  });
}

/** In a sum an ellipsis stands for one operand at least. */
function matchChain(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound): Outcomes {
  const [pattern, ...rest] = patterns;
  if (!pattern) return nodes.length === 0 ? [bound] : noOutcome;
  if (nodes.length < patterns.length) return noOutcome;
  const most = isSequence(pattern.kind) ? nodes.length - rest.length : 1;
  const outcomes: Bound[] = [];
  for (let count = 1; count <= most && run.context.budget.left-- > 0; count++)
    for (const next of isSequence(pattern.kind)
      ? matchSlice(run, pattern, nodes.slice(0, count), bound)
      : matchList(run, [pattern], nodes.slice(0, 1), bound))
      outcomes.push(...matchChain(run, rest, nodes.slice(count), next));
  return outcomes;
}

/** Python has one operation with all operands, JavaScript has two operands. */
function matchLogical(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  if (run.context.tree.language !== "python") return matchSame(run, pattern, node, bound);
  return distinct(matchList(run, operandsOf(pattern, pattern.text, false), operandsOf(node, pattern.text, false), bound));
}

/**
 * As written, or operand by operand; a metavariable can stand for several. Where the order is free, the code may have
 * others besides.
 */
function matchAssociative(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const operands = operandsOf(pattern, pattern.text, true);
  const nodes = operandsOf(node, pattern.text, true);
  const free = commutative.has(pattern.text) || (run.context.matching.commutative_boolop && logical.has(pattern.text));
  if (operands.length === 2 && nodes.length === 2 && !free) return matchList(run, operands, nodes, bound);
  const flat = matchOperands(run, operands, nodes, bound);
  const anywhere = free ? operands.filter(({ kind }) => !isSequence(kind)) : [];
  const swapped = anywhere.length > 0 ? matchAnyOrder(run, anywhere, nodes, bound) : noOutcome;
  return distinct([...matchList(run, pattern.children, node.children, bound), ...flat, ...swapped]);
}

function matchOperands(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound): Outcomes {
  const [pattern, ...rest] = patterns;
  if (!pattern) return nodes.length === 0 ? [bound] : noOutcome;
  const least = pattern.kind === "ellipsis" ? 0 : 1;
  const most = isSequence(pattern.kind) || pattern.kind === "metavariable" ? nodes.length : 1;
  const outcomes: Bound[] = [];
  for (let count = least; count <= Math.min(most, nodes.length) && run.context.budget.left-- > 0; count++) {
    const taken = nodes.slice(0, count);
    const [only] = taken;
    const here =
      pattern.kind === "ellipsis"
        ? [bound]
        : count === 1 && only
          ? run.match(run, pattern, only, bound)
          : bind(bound, pattern.text, bindingOf(run.context.tree, taken, only?.start ?? 0));
    for (const next of here) outcomes.push(...matchOperands(run, rest, nodes.slice(count), next));
  }
  return distinct(outcomes);
}

function operandsOf(node: Node, operator: string, both: boolean): Node[] {
  const [left, right] = node.children;
  if (node.kind !== "binary" || node.text !== operator || !left || !right) return [node];
  return [...operandsOf(left, operator, both), ...(both ? operandsOf(right, operator, both) : [right])];
}

/** Python's `a and b and c` is one operation with three operands, and so is `a < b < c`. */
export function isChainPart({ kind, type, text, role, start, parent }: Node): boolean {
  if (kind !== "binary" || role !== "left" || parent?.kind !== "binary" || parent.start !== start || parent.type !== type)
    return false;
  return type === "comparison_operator" || (type === "boolean_operator" && parent.text === text);
}

function isComparisonChain({ children }: Node): boolean {
  return children[0]?.type === "comparison_operator" && isChainPart(children[0]);
}
