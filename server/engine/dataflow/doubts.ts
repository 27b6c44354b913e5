/** Whether a function decides in a way that may be a check nobody here knows. */

import { childOf, type Node } from "../tree/node.ts";

const comparisons = new Set(["==", "===", "!=", "!==", "is", "is not"]);
const both = new Set(["&&", "||", "and", "or"]);
const literals = new Set(["string", "number", "boolean", "null"]);

/**
 * @param roots Names of objects whose fields say no more than what came in: that one is there is no check of what it holds.
 * @returns False where the function decides nothing, or only by whether something is there or equals what the program says.
 */
export function hasDoubtfulCheck(top: Node, roots: (name: string) => boolean): boolean {
  const judged = judgedNames(top);
  const isPlain = (node: Node): boolean => {
    if (node.kind === "name") return !judged.has(node.text);
    const [object] = node.children;
    if ((node.kind !== "member" && node.kind !== "index") || !object) return false;
    return object.kind === "name" ? roots(object.text) : isPlain(object);
  };
  const isKnown = (node: Node): boolean => {
    const [first, second] = node.children;
    if (node.kind === "unary" && first) return node.text === "typeof" ? isPlain(first) : isKnown(first);
    if (node.kind !== "binary" || !first || !second) return isPlain(node);
    if (both.has(node.text)) return isKnown(first) && isKnown(second);
    return comparisons.has(node.text) && isKnown(first) && (literals.has(second.kind) || second.text === "undefined");
  };
  const stack = [top];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "switch") return true;
    const condition = node.kind === "branch" || node.kind === "conditional" ? childOf(node, "condition") : undefined;
    if (condition && !isKnown(condition)) return true;
    if (node.kind === "binary" && node.role === "statement" && both.has(node.text)) return true;
    stack.push(...node.children);
  }
  return false;
}

/** Variables that hold what something found out. */
function judgedNames(top: Node): ReadonlySet<string> {
  const names = new Set<string>();
  const stack = [top];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const target = node.kind === "declare" || node.kind === "assign" ? childOf(node, "target") : undefined;
    const value = target ? node.children.at(-1) : undefined;
    if (target && value && /^(call|binary|unary|await|conditional)$/.test(value.kind)) {
      const within = [target];
      for (let one = within.pop(); one; one = within.pop()) {
        if (one.kind === "name" && target.kind !== "member") names.add(one.text);
        within.push(...one.children);
      }
    }
    stack.push(...node.children);
  }
  return names;
}
