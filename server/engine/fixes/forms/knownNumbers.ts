/** Tells values that are numbers, in which there is nothing to escape. Pure. */

import { childOf, childrenOf, type Node } from "../../tree/node.ts";
import { enclosing, namesIn } from "../query/queryBuild.ts";

const numeric = /^(?:int|float|len|round|abs|ord|Number|parseInt|parseFloat)$/;
const arithmetic = /^(?:[-+*/%]|\/\/|\*\*)$/;

/** Variables that are given another variable, and so on. */
const mostSteps = 4;

export function isNumber(node: Node, left = mostSteps): boolean {
  switch (node.kind) {
    case "number":
      return true;
    case "binary":
      return arithmetic.test(node.text) && node.children.every((side) => isNumber(side, left));
    case "call":
      return isNumericCall(node, left);
    case "member":
      return node.text === "length";
    case "name":
      return left > 0 && isNumericName(node, left - 1);
    default:
      return false;
  }
}

function isNumericCall(call: Node, left: number): boolean {
  const [callee, given, ...others] = call.children;
  if (callee?.kind === "member") return callee.text === "toFixed";
  if (callee?.kind !== "name" || !given) return false;
  if (numeric.test(callee.text)) return true;
  // The text of a number.
  return /^(?:str|String)$/.test(callee.text) && others.length === 0 && isNumber(given, left);
}

/** A variable that is only ever given numbers, or a parameter whose type says so. */
function isNumericName(name: Node, left: number): boolean {
  for (let scope = scopeAround(name); scope; scope = scopeAround(scope)) {
    const written = namesIn(scope, name.text).filter((use) => isTarget(use) && scopeAround(use) === scope);
    const parameter = childrenOf(scope, "parameter").find((one) => childOf(one, "target")?.text === name.text);
    if (parameter) return written.every((use) => use.parent === parameter) && isNumericType(parameter);
    if (written.length > 0) return written.every(({ parent }) => parent !== undefined && givesNumber(parent, left));
  }
  return false;
}

function scopeAround({ parent }: Node): Node | undefined {
  return parent && enclosing(parent, ({ kind }) => kind === "function" || kind === "file");
}

/** What is written to, also within a tuple or a pattern. */
function isTarget(use: Node): boolean {
  let at = use;
  while (at.role === "element" && at.parent) at = at.parent;
  return at.role === "target" || at.parent?.role === "target" || at.parent?.kind === "update";
}

function givesNumber(statement: Node, left: number): boolean {
  if (statement.kind !== "declare" && statement.kind !== "assign") return false;
  const value = childOf(statement, "value");
  return value !== undefined && isNumber(value, left);
}

function isNumericType(parameter: Node): boolean {
  const type = childOf(parameter, "type");
  return type !== undefined && /^(?:int|float|number|bigint)$/.test(type.text);
}
