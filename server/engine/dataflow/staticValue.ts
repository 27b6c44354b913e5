/** What an expression of literals comes to: arithmetic, comparisons, characters of a text. Decides which branch of a condition can run. */

import { writesBefore } from "../patterns/constants.ts";
import type { MatchContext } from "../patterns/match.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { definitionsFor } from "../patterns/scopes.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";

export type StaticValue = string | number | boolean | null;

/** Work for one question. */
interface Effort {
  left: number;
  /** What parameters are, by their names where they are declared. */
  readonly parameters?: ReadonlyMap<Node, StaticValue>;
}

const known = new Notes<MatchContext, Map<Node, StaticValue | undefined>>();
const mostSteps = 200;
const longestText = 10_000;

/** @returns `undefined` for what is not known, or could be several things. */
export function staticValue(
  node: Node,
  context: MatchContext,
  parameters?: ReadonlyMap<Node, StaticValue>,
): StaticValue | undefined {
  if (node.kind === "string") return node.text;
  if (parameters) return find(node, context, { left: mostSteps, parameters });
  const byNode = known.get(context) ?? new Map<Node, StaticValue | undefined>();
  known.set(context, byNode);
  if (byNode.has(node)) return byNode.get(node);
  const value = find(node, context, { left: mostSteps });
  byNode.set(node, value);
  return value;
}

/** Whether a value counts as true in a condition. */
export function isTruthy(value: StaticValue): boolean {
  return Boolean(value);
}

function find(node: Node | undefined, context: MatchContext, effort: Effort): StaticValue | undefined {
  if (!node || --effort.left < 0) return undefined;
  const of = (child: Node | undefined): StaticValue | undefined => find(child, context, effort);
  switch (node.kind) {
    case "string":
      return node.text;
    case "number":
      return numberOf(node.text);
    case "boolean":
      return node.text.toLowerCase() === "true";
    case "null":
      return node.text === "undefined" ? undefined : null;
    case "name":
      return findName(node, context, effort);
    case "unary":
      return unary(node.text, of(node.children[0]));
    case "binary":
      return findBinary(node, context, effort);
    case "conditional": {
      const condition = of(childOf(node, "condition"));
      return condition === undefined ? undefined : of(childOf(node, isTruthy(condition) ? "then" : "else"));
    }
    case "index": {
      const [object, key] = node.children;
      return object && key && node.children.length === 2 ? characterAt(of(object), of(key)) : undefined;
    }
    case "member":
      return node.text === "length" ? lengthOf(of(node.children[0])) : undefined;
    case "call":
      return findCall(node, of);
    default:
      return undefined;
  }
}

function numberOf(text: string): number | undefined {
  const value = Number(text.replaceAll("_", ""));
  return Number.isFinite(value) ? value : undefined;
}

/** Every value that the variable can hold at this use is the same. */
function findName(node: Node, context: MatchContext, effort: Effort): StaticValue | undefined {
  const { definitions } = factsOf(context);
  const [declared] = effort.parameters ? definitionsFor(definitions, node, node.text) : [];
  if (declared && effort.parameters?.has(declared.node)) return effort.parameters.get(declared.node);
  const writes = writesBefore(node, definitions);
  if (!writes || writes.length > 8) return undefined;
  let result: StaticValue | undefined;
  for (const [at, { value, node: target }] of writes.entries()) {
    // A write below its own value, as in a loop, could be asked for ever.
    if (!value || (node.start >= target.start && node.end <= value.end)) return undefined;
    const one = find(value, context, effort);
    if (one === undefined || (at > 0 && one !== result)) return undefined;
    result = one;
  }
  return result;
}

function unary(operator: string, value: StaticValue | undefined): StaticValue | undefined {
  if (value === undefined) return undefined;
  if (operator === "!" || operator === "not") return !isTruthy(value);
  if (typeof value !== "number") return undefined;
  return operator === "-" ? -value : operator === "+" ? value : undefined;
}

function findBinary(node: Node, context: MatchContext, effort: Effort): StaticValue | undefined {
  const [left, right] = node.children;
  const { text } = node;
  const first = find(left, context, effort);
  if (text === "&&" || text === "and" || text === "||" || text === "or") {
    const stopsAt = text === "||" || text === "or";
    // One side is enough when it decides.
    if (first !== undefined) return isTruthy(first) === stopsAt ? first : find(right, context, effort);
    return undefined;
  }
  if (text === "in" || text === "not in") return membership(first, right, text === "in", context, effort);
  const second = first === undefined ? undefined : find(right, context, effort);
  if (first === undefined || second === undefined) return undefined;
  const isPython = context.tree.language === "python";
  if (typeof first === "number" && typeof second === "number") return numbers(text, first, second, isPython);
  return others(text, first, second, isPython);
}

function membership(
  value: StaticValue | undefined,
  list: Node | undefined,
  positive: boolean,
  context: MatchContext,
  effort: Effort,
): StaticValue | undefined {
  if (value === undefined || !list || (list.kind !== "array" && list.kind !== "tuple" && list.kind !== "set")) return undefined;
  const elements = list.children.map((child) => find(child, context, effort));
  if (elements.includes(value)) return positive;
  return elements.includes(undefined) ? undefined : !positive;
}

function numbers(operator: string, a: number, b: number, isPython: boolean): StaticValue | undefined {
  const result = calculated(operator, a, b, isPython);
  return typeof result === "number" && !Number.isFinite(result) ? undefined : result;
}

function calculated(operator: string, a: number, b: number, isPython: boolean): StaticValue | undefined {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "//":
      return Math.floor(a / b);
    case "%":
      return isPython ? a - Math.floor(a / b) * b : a % b;
    case "**":
      return a ** b;
    default:
      return compared(operator, a, b);
  }
}

function compared(operator: string, a: number | string, b: number | string): boolean | undefined {
  switch (operator) {
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "<=":
      return a <= b;
    case ">=":
      return a >= b;
    case "==":
    case "===":
      return a === b;
    case "!=":
    case "!==":
      return a !== b;
    default:
      return undefined;
  }
}

/** Of different types only the strict comparisons say the same in every language. */
function others(operator: string, a: StaticValue, b: StaticValue, isPython: boolean): StaticValue | undefined {
  if (typeof a === "string" && typeof b === "string") {
    if (operator === "+") return a.length + b.length > longestText ? undefined : a + b;
    return compared(operator, a, b);
  }
  if (operator === "===" || operator === "is" || (operator === "==" && (isPython || typeof a === typeof b))) return a === b;
  if (operator === "!==" || operator === "is not" || (operator === "!=" && (isPython || typeof a === typeof b))) return a !== b;
  return undefined;
}

function characterAt(text: StaticValue | undefined, index: StaticValue | undefined): string | undefined {
  if (typeof text !== "string" || typeof index !== "number") return undefined;
  return text[index < 0 ? text.length + index : index];
}

function lengthOf(text: StaticValue | undefined): number | undefined {
  return typeof text === "string" ? text.length : undefined;
}

function findCall(call: Node, of: (node: Node | undefined) => StaticValue | undefined): StaticValue | undefined {
  const [callee] = call.children;
  const [first, ...more] = childrenOf(call, "argument");
  if (callee?.kind === "name" && callee.text === "len" && first && more.length === 0) return lengthOf(of(first));
  if (callee?.kind !== "member") return undefined;
  const text = of(callee.children[0]);
  if (typeof text !== "string") return undefined;
  switch (callee.text) {
    case "charAt":
    case "at":
      return first ? characterAt(text, of(first)) : undefined;
    case "toUpperCase":
    case "upper":
      return text.toUpperCase();
    case "toLowerCase":
    case "lower":
      return text.toLowerCase();
    case "startsWith":
    case "startswith":
    case "endsWith":
    case "endswith":
    case "includes": {
      const part = more.length === 0 ? of(first) : undefined;
      if (typeof part !== "string") return undefined;
      return callee.text === "includes"
        ? text.includes(part)
        : /^s/.test(callee.text)
          ? text.startsWith(part)
          : text.endsWith(part);
    }
    default:
      return undefined;
  }
}
