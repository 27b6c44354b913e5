/** Decides a `metavariable-comparison` for what its metavariables stand for. */

import type { Node } from "../tree/node.ts";
import type { Expression } from "./comparison.ts";
import type { Regex } from "./compileRegex.ts";
import type { Binding, Bindings, MatchContext } from "./match.ts";

/** `whole` numbers and others are told apart, as the rule language does. `code` is known by its text only. */
type Value =
  | { readonly kind: "whole" | "float"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "list"; readonly of: readonly Value[] }
  | { readonly kind: "code"; readonly text: string };

export interface Comparison {
  readonly expression: Expression;
  /** The text of this metavariable is read as a whole number. */
  readonly strip: string | undefined;
  /** Regexes of `re.match` that are known beforehand, by their source. */
  readonly regexes: ReadonlyMap<string, Regex>;
}

/** Something in the expression has no value, such as a name nothing is known of: then the comparison does not hold. */
class NoValue extends Error {}

const noValue = (): never => {
  throw new NoValue();
};

export function comparisonHolds(comparison: Comparison, bindings: Bindings, context: MatchContext): boolean {
  try {
    const result = new Evaluation(comparison, bindings, context).of(comparison.expression);
    return result.kind === "boolean" && result.value;
  } catch (error) {
    if (error instanceof NoValue) return false;
    throw error;
  }
}

class Evaluation {
  private readonly comparison: Comparison;
  private readonly bindings: Bindings;
  private readonly context: MatchContext;

  constructor(comparison: Comparison, bindings: Bindings, context: MatchContext) {
    this.comparison = comparison;
    this.bindings = bindings;
    this.context = context;
  }

  of(expression: Expression): Value {
    switch (expression.op) {
      case "number":
        return number(expression.value, expression.float);
      case "text":
        return text(expression.value);
      case "boolean":
        return boolean(expression.value);
      case "metavariable":
        return this.metavariable(expression.name);
      case "list":
        return { kind: "list", of: expression.of.map((item) => this.of(item)) };
      case "unary":
        return unary(expression.sign, this.of(expression.value));
      case "binary":
        return binary(expression.sign, this.of(expression.left), this.of(expression.right));
      case "call":
        return this.call(expression.name, expression.of);
    }
  }

  private metavariable(name: string): Value {
    const binding = this.bindings.get(name);
    if (!binding) return noValue();
    const value = valueOfBinding(binding, this.context);
    return name === this.comparison.strip ? toWhole(value) : value;
  }

  private call(name: string, [first, second]: readonly Expression[]): Value {
    if (name === "today") return number(this.context.now ?? noValue(), true);
    if (!first) return noValue();
    const value = this.of(first);
    switch (name) {
      case "int":
        return toWhole(value);
      case "str":
        return toText(value);
      case "strptime":
        return value.kind === "text" ? number(secondsOf(value.value) ?? noValue(), true) : noValue();
      default: {
        const subject = second && this.of(second);
        const regex = value.kind === "text" ? this.comparison.regexes.get(value.value) : undefined;
        return regex && subject?.kind === "text" ? boolean(regex.testStart(subject.value)) : noValue();
      }
    }
  }
}

function number(value: number, float: boolean): Value {
  if (!Number.isFinite(value) || (!float && Math.abs(value) > 2 ** 62)) return noValue();
  return { kind: float ? "float" : "whole", value };
}

function text(value: string): Value {
  return { kind: "text", value };
}

function boolean(value: boolean): Value {
  return { kind: "boolean", value };
}

function valueOfBinding(binding: Binding, context: MatchContext): Value {
  const [node, second] = binding.nodes;
  if (!node) return (binding.word && numberOf(binding.text, true)) || text(binding.text);
  const value = second ? undefined : valueOfNode(node, context, 0);
  return value ?? { kind: "code", text: binding.text };
}

const maxDepth = 40;

/** What an expression of the code is known to be: literals, arithmetic on them, and names that hold such. */
function valueOfNode(node: Node, context: MatchContext, depth: number): Value | undefined {
  if (depth > maxDepth) return undefined;
  switch (node.kind) {
    case "string":
      return text(node.text);
    case "number":
      return numberOf(node.text, context.tree.language === "python");
    case "boolean":
      return boolean(node.text.toLowerCase() === "true");
    case "unary":
    case "binary": {
      const values = node.children.map((child) => valueOfNode(child, context, depth + 1));
      const [left, right] = values;
      if (!left || values.includes(undefined)) return undefined;
      return attempt(() => (right ? binary(node.text, left, right) : unary(node.text === "!" ? "not" : node.text, left)));
    }
    case "array": {
      // Only Python's lists are lists to the rule language.
      if (context.tree.language !== "python") return undefined;
      const of = node.children.map((child) => valueOfNode(child, context, depth + 1));
      if (of.includes(undefined)) return undefined;
      return { kind: "list", of: of.filter((item) => item !== undefined) };
    }
    case "name":
    case "template": {
      const known = context.resolveLiteral(node);
      if (known?.value === undefined) return undefined;
      if (known.type === "string") return text(known.value);
      if (known.type === "boolean") return boolean(known.value.toLowerCase() === "true");
      return numberOf(known.value, context.tree.language === "python");
    }
    default:
      return undefined;
  }
}

function attempt(compute: () => Value): Value | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof NoValue) return undefined;
    throw error;
  }
}

/** JavaScript has one kind of number, and of its notations for whole ones only the hexadecimal one is understood. */
function numberOf(source: string, python: boolean): Value | undefined {
  const negative = source.startsWith("-");
  const plain = source.replace(/^-/, "").replaceAll("_", "");
  const radix = /^0[xXoObB]/.test(plain);
  if (!radix && !/^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) return undefined;
  if (!python && /^0[oObB]/.test(plain)) return undefined;
  const value = Number(radix ? plain : plain.replace(/^0+(?=\d)/, ""));
  const float = !python || (!radix && /[.eE]/.test(plain));
  return Number.isNaN(value) ? undefined : attempt(() => number(negative ? -value : value, float));
}

function unary(sign: string, value: Value): Value {
  if (sign === "not") return value.kind === "boolean" ? boolean(!value.value) : noValue();
  if (value.kind !== "whole" && value.kind !== "float") return noValue();
  if (sign === "~") return value.kind === "whole" ? number(Number(~BigInt(value.value)), false) : noValue();
  if (sign !== "-" && sign !== "+") return noValue();
  return number(sign === "-" ? -value.value : value.value, value.kind === "float");
}

function binary(sign: string, left: Value, right: Value): Value {
  switch (sign) {
    case "and":
    case "or":
      if (left.kind !== "boolean" || right.kind !== "boolean") return noValue();
      return boolean(sign === "and" ? left.value && right.value : left.value || right.value);
    case "==":
      return boolean(equal(left, right, true));
    case "!=":
    case "<>":
      return boolean(!equal(left, right, true));
    case "in":
    case "not in":
      return boolean(isIn(left, right) === (sign === "in"));
    default:
      return isNumber(left) && isNumber(right) ? arithmetic(sign, left, right) : noValue();
  }
}

type NumberValue = Extract<Value, { kind: "whole" | "float" }>;

function isNumber(value: Value): value is NumberValue {
  return value.kind === "whole" || value.kind === "float";
}

/** @param mixed Whether 1 and 1.0 are the same: not as elements of a list. */
function equal(left: Value, right: Value, mixed: boolean): boolean {
  if (left.kind === "code" || right.kind === "code") return noValue();
  if (left.kind === "list" || right.kind === "list")
    return left.kind === "list" && right.kind === "list" && equalLists(left.of, right.of);
  if (left.kind !== right.kind && !(mixed && isNumber(left) && isNumber(right))) return false;
  return left.value === right.value;
}

function equalLists(left: readonly Value[], right: readonly Value[]): boolean {
  if (left.length !== right.length) return false;
  return left.every((item, at) => {
    const other = right[at];
    return other !== undefined && equal(item, other, false);
  });
}

function isIn(item: Value, whole: Value): boolean {
  if (item.kind === "code") return noValue();
  if (whole.kind === "list") return whole.of.some((other) => equal(item, other, false));
  return whole.kind === "text" && item.kind === "text" ? whole.value.includes(item.value) : noValue();
}

const orders: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "**": (a, b) => a ** b,
};

/** Only for whole numbers; a shift by more than the width of a number has no value. */
const bitOperations: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  "&": (a, b) => a & b,
  "|": (a, b) => a | b,
  "^": (a, b) => a ^ b,
  "<<": (a, b) => (b >= 0n && b < 63n ? a << b : noValue()),
  ">>": (a, b) => (b >= 0n && b < 63n ? a >> b : noValue()),
};

/** Division of whole numbers leaves out the rest, also below zero. */
function arithmetic(sign: string, left: NumberValue, right: NumberValue): Value {
  const order = orders[sign];
  if (order) return boolean(order(left.value, right.value));
  const float = left.kind === "float" || right.kind === "float";
  const bits = bitOperations[sign];
  if (bits) return float ? noValue() : number(Number(bits(BigInt(left.value), BigInt(right.value))), false);
  const operation = operations[sign];
  if (!operation || (sign === "**" && !float && right.value < 0)) return noValue();
  const value = operation(left.value, right.value);
  return number(float ? value : Math.trunc(value), float);
}

function toWhole(value: Value): Value {
  if (value.kind === "whole") return value;
  if (value.kind !== "text") return noValue();
  const found = /^([+-]?)(0[xX][\da-fA-F][\da-fA-F_]*|0[oO][0-7][0-7_]*|0[bB][01][01_]*|\d[\d_]*)$/.exec(value.value);
  const digits = found?.[2]?.replaceAll("_", "") ?? noValue();
  const plain = Number(/^0\d/.test(digits) ? digits.replace(/^0+(?=\d)/, "") : digits);
  return number(found?.[1] === "-" ? -plain : plain, false);
}

function toText(value: Value): Value {
  switch (value.kind) {
    case "float":
      return text(floatText(value.value));
    case "list":
      return noValue();
    case "code":
      return text(value.text);
    default:
      return text(String(value.value));
  }
}

/** Twelve digits, and a point also behind a whole one: "1." and "1.5". */
function floatText(value: number): string {
  const [digits = "", exponent] = value.toPrecision(12).split("e");
  const short = digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
  const plain = exponent === undefined ? short : `${short}e${exponent.replace(/^([+-])(\d)$/, "$10$2")}`;
  return /^-?\d+$/.test(plain) ? `${plain}.` : plain;
}

/** "2024-01-31" in seconds since 1970, at the beginning of that day. */
function secondsOf(date: string): number | undefined {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date.trim());
  if (!found) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  // Years begin in March here, so that the day that not every year has comes last.
  const from = month > 2 ? year : year - 1;
  const days = Math.floor(365.25 * from) - Math.floor(from / 100) + Math.floor(from / 400);
  const since = days + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (since - 719_468) * 86_400;
}
