/** Where an expression ends with what the tree leaves out of it: brackets around it, and what TypeScript says of its type. Pure. */

import type { Node, Tree } from "../tree/node.ts";

/** @returns The offset behind `x as T`, `x satisfies T`, `x!` and `(x)`, of which the node is `x`. */
export function wholeEnd(node: Node, { text, casts, brackets }: Tree): number {
  let { end } = node;
  for (const { form, type } of casts?.get(node) ?? []) {
    const behind = form === "!" ? /^[\s)]*!/ : /^[\s)]*(?:as|satisfies)\s+/;
    const mark = behind.exec(text.slice(end, end + 100))?.[0];
    if (mark !== undefined) end += mark.length + (form === "!" ? 0 : type.length);
  }
  return Math.max(end, brackets?.get(node)?.end ?? end);
}
