/** What stands in a table or a list that is written down. Pure. */

import { heldBy } from "../patterns/constants.ts";
import type { MatchContext } from "../patterns/match.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";

/** Of a list with a number that is written down, as in `steps[0]`, the one element. */
export function valuesIn(made: Node, key: Node | undefined): readonly (Node | undefined)[] {
  if (made.kind === "array" || made.kind === "tuple")
    return key?.kind === "number" ? [made.children[Number(key.text)]] : made.children;
  return made.kind === "object" ? made.children.map(entryValue) : made.kind === "new" ? mapValues(made) : [];
}

/** `{"a": "x"}` where a dictionary has `get`, `new Map([...])`. */
export function isTableLiteral(node: Node | undefined, keysAreFields: boolean): boolean {
  if (node?.kind === "object") return !keysAreFields;
  return node?.kind === "new" && childOf(node, "callee")?.text === "Map";
}

/** `{...}`, `{k: v for ...}` and `dict(...)` of Python. */
export function isDictionary(made: Node | undefined): boolean {
  if (made?.kind === "comprehension") return made.text === "object";
  return made?.kind === "object" || (made?.kind === "call" && childOf(made, "callee")?.text === "dict");
}

function entryValue(entry: Node): Node | undefined {
  return entry.kind === "pair" ? entry.children[1] : entry;
}

/** The values of `new Map([[key, value], ...])`. */
function mapValues(made: Node): readonly (Node | undefined)[] {
  const [entries] = childrenOf(made, "argument");
  if (childOf(made, "callee")?.text !== "Map" || entries?.kind !== "array") return [];
  return entries.children.map(({ children }) => children[1]);
}

/** `known.a`, `known["a"]`, `known.get("a")` of a table that has the key: what stands behind `??` or `||` never comes. */
export function isWrittenDown(node: Node, context: MatchContext): boolean {
  const [object, key] = node.children;
  if (node.kind === "member") return holdsKey(object, node.text, context);
  if (node.kind === "index") return key?.kind === "string" && node.children.length === 2 && holdsKey(object, key.text, context);
  const [table] = object?.kind === "member" && object.text === "get" ? object.children : [];
  return node.kind === "call" && key?.kind === "string" && node.children.length === 2 && holdsKey(table, key.text, context);
}

/** Whether a table that stands in the program has a text, a number or a function under this key. */
function holdsKey(table: Node | undefined, key: string, context: MatchContext): boolean {
  const made = table?.kind === "name" ? heldBy(table, factsOf(context).definitions) : undefined;
  if (made?.parent?.kind === "parameter") return false;
  if (made?.kind === "object")
    return made.children.every(({ kind }) => kind === "pair") && made.children.some((pair) => isEntry(pair, key));
  const [entries] = made?.kind === "new" && childOf(made, "callee")?.text === "Map" ? childrenOf(made, "argument") : [];
  return entries?.kind === "array" && entries.children.some((entry) => entry.kind === "array" && isEntry(entry, key));
}

function isEntry({ children: [key, value] }: Node, wanted: string): boolean {
  if (key?.text !== wanted || (key.kind !== "string" && key.kind !== "name")) return false;
  if (value?.kind === "string" || value?.kind === "number") return value.text !== "" && value.text !== "0";
  return value?.kind === "function" || value?.kind === "object" || value?.kind === "array";
}
