/** Code of a function that no way leads to, as far as Semgrep sees: behind `return`, `throw`, `break` and `continue`. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";

const jumps: ReadonlySet<string> = new Set(["return", "throw", "break", "continue"]);

/** Whether nothing reaches the node from the beginning of its function, or of the file. */
export function isDead(node: Node): boolean {
  for (let at = node; at.parent && at.kind !== "function"; at = at.parent) {
    const { parent, role } = at;
    if (role === "finally" && parent.kind === "try" && bodiesEnd(parent)) return true;
    if (role !== "statement") continue;
    for (const before of parent.children) {
      if (before === at) break;
      if (ends(before)) return true;
    }
  }
  return false;
}

/** Whether what stands behind a statement never runs after it. */
function ends(node: Node): boolean {
  if (jumps.has(node.kind)) return true;
  switch (node.kind) {
    case "block":
      return node.children.some(ends);
    case "with":
      return isLeft(childOf(node, "body"));
    case "branch":
      return isLeft(childOf(node, "then")) && isLeft(childOf(node, "else"));
    case "try":
      return isLeft(childOf(node, "finally")) || bodiesEnd(node);
    default:
      return false;
  }
}

function isLeft(part: Node | undefined): boolean {
  return part !== undefined && ends(part);
}

function bodiesEnd(node: Node): boolean {
  return isLeft(childOf(node, "body")) && childrenOf(node, "catch").every((handler) => isLeft(childOf(handler, "body")));
}
