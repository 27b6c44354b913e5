/** What expression a variable stands for where it is used: the one that was last given to it, when nothing else can have been. */

import { childOf, type Kind, type Node } from "../tree/node.ts";
import { latestWrite } from "./constants.ts";
import type { MatchContext } from "./match.ts";
import { factsOf } from "./matchContext.ts";
import type { Definition, Definitions } from "./scopes.ts";

/** Values that stand for the variable; a literal of several parts has an identity of its own. */
const followed: ReadonlySet<Kind> = new Set(["call", "new", "member", "index", "binary", "unary", "template", "object", "name"]);
const maxDepth = 20;

/** @returns `undefined` for what is no variable, and when its value is not known. The value stands before the use. */
export function symbolOf(node: Node, definitions: Definitions, depth = 0): Node | undefined {
  if (node.kind !== "name" || depth > maxDepth) return undefined;
  const write = latestWrite(node, definitions, true);
  const value = write && givenBy(write);
  if (!value || !followed.has(value.kind) || value.end > node.start) return undefined;
  // Python: a dictionary is one of many.
  if (value.kind === "object" && value.type === "dictionary") return undefined;
  return symbolOf(value, definitions, depth + 1) ?? value;
}

/** `a = b = f()` and `a, b = f(), g()` are not looked into. */
function givenBy({ node, value }: Definition): Node | undefined {
  const given = node.parent;
  if (given?.kind === "withItem" || given?.kind === "declare") return childOf(given, "value");
  return given?.parent?.kind === "assign" ? undefined : value;
}

/** What a variable is known to hold, as code: a literal, or the expression that was given to it. */
export function valueText(node: Node, context: MatchContext): string | undefined {
  if (node.kind !== "name" && node.kind !== "member") return undefined;
  const literal = context.resolveLiteral(node);
  if (literal?.value !== undefined) return literal.type === "string" ? JSON.stringify(literal.value) : literal.value;
  const symbol = symbolOf(node, factsOf(context).definitions);
  return symbol && context.tree.text.slice(symbol.start, symbol.end);
}
