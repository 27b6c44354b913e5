/** What stands in a table or a list that is written down. Pure. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";

/** Of a list with a number that is written down, as in `steps[0]`, the one element. */
export function valuesIn(made: Node, key: Node | undefined): readonly (Node | undefined)[] {
  if (made.kind === "array" || made.kind === "tuple")
    return key?.kind === "number" ? [made.children[Number(key.text)]] : made.children;
  return made.kind === "object" ? made.children.map(entryValue) : made.kind === "new" ? mapValues(made) : [];
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
