/** Where a middleware lets the next handler run, and what it has checked by then. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import type { Run } from "./run.ts";

/** What holds after either of two ways; absent: a way that is not there. */
export function common(a: ReadonlySet<string> | undefined, b: ReadonlySet<string>): ReadonlySet<string> {
  return a ? new Set([...a].filter((key) => b.has(key))) : b;
}

/** A call without arguments: in a middleware it may be the one that lets the next handler run. */
export function notePass(run: Run, callee: Node): void {
  const { outcomes } = run.frame;
  if (outcomes?.next === undefined || !run.state || callee.kind !== "name" || callee.text !== outcomes.next) return;
  outcomes.passed = common(outcomes.passed, run.state.guardedKeys());
}

/**
 * The parameter by which a middleware lets the next handler run, where it does nothing with it but call it: by itself to go on, with
 * an argument to go elsewhere.
 */
export function passesOnlyByCalls(node: Node): string | undefined {
  const [first, , third] = childrenOf(node, "parameter");
  const last = childrenOf(node, "parameter").slice(1).at(-1);
  const isNext = (one: Node | undefined) => /^_?(?:next|done)$/.test((one && childOf(one, "target")?.text) ?? "");
  const parameter = isNext(third) ? third : last;
  const name = isNext(parameter) && parameter !== first && parameter ? childOf(parameter, "target")?.text : undefined;
  const body = childOf(node, "body");
  return name !== undefined && body && usesAreCalls(body, name, false) ? name : undefined;
}

function usesAreCalls(node: Node, name: string, inner: boolean): boolean {
  if (node.kind === "name" && node.text === name && node.role !== "property" && node.role !== "key") {
    const { parent } = node;
    if (node.role !== "callee" || !parent) return false;
    return !inner || childrenOf(parent, "argument").length > 0;
  }
  return node.children.every((child) => usesAreCalls(child, name, inner || node.kind === "function"));
}
