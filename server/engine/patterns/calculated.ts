/** What constants make together. */

import type { Node } from "../tree/node.ts";
import { isWhole, numberOf } from "./numbers.ts";

/** Certainly a literal of this type; `value` is absent when it is one of several. Numbers and booleans as they are written. */
export interface Constant {
  readonly type: "string" | "number" | "boolean" | "regex";
  readonly value?: string;
}

export function joined(a: Constant | undefined, b: Constant | undefined): Constant | undefined {
  if (a?.type !== "string" || b?.type !== "string") return undefined;
  return a.value === undefined || b.value === undefined ? { type: "string" } : { type: "string", value: a.value + b.value };
}

/** Python's whole numbers are calculated with, and a text that is repeated is one. */
export function calculated(operator: string, a: Constant | undefined, b: Constant | undefined): Constant | undefined {
  if (operator === "*" && a?.type === "string" && b?.type === "number") return { type: "string" };
  if (a?.type !== "number" || b?.type !== "number" || !isWhole(a.value ?? "") || !isWhole(b.value ?? "")) return undefined;
  const [left, right] = [numberOf(a.value ?? ""), numberOf(b.value ?? "")];
  const result = { "+": left + right, "-": left - right, "*": left * right, "<<": left * 2 ** right }[operator];
  return result !== undefined && Number.isSafeInteger(result) ? { type: "number", value: String(result) } : undefined;
}

/** Signs and `not`. */
export function signed({ text, type }: Node, value: Constant | undefined): Constant | undefined {
  if ((type === "not_operator" || text === "!") && value?.type === "boolean" && value.value !== undefined)
    return { type: "boolean", value: value.value === "true" ? "false" : "true" };
  if (type !== "unary_operator" || value?.type !== "number" || value.value === undefined) return undefined;
  if (text === "+") return value;
  return text === "-"
    ? { type: "number", value: value.value.startsWith("-") ? value.value.slice(1) : `-${value.value}` }
    : undefined;
}

export function either(a: Constant | undefined, b: Constant | undefined): Constant | undefined {
  if (!a || a.type !== b?.type) return undefined;
  return a.value !== undefined && a.value === b.value ? a : { type: a.type };
}
