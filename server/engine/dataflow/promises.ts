/** `new Promise((resolve) => ...)`: a promise of what `resolve` is given, wherever in the function that is. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import type { Given } from "./callKnown.ts";
import { followFunction } from "./functions.ts";
import type { Run } from "./run.ts";
import { clean, join, type Value } from "./value.ts";

/** A function that a promise was given, while it is followed. */
export interface Executor {
  readonly node: Node;
  /** What it calls with the value that the promise is kept with. */
  readonly resolves: string;
  value: Value;
}

/** @returns `undefined` for anything but a promise whose function stands here. */
export function makePromise(run: Run, call: Node): Value | undefined {
  const [callee, node] = call.children;
  if (call.kind !== "new" || callee?.text !== "Promise" || node?.kind !== "function") return undefined;
  const [first] = childrenOf(node, "parameter");
  const target = first && childOf(first, "target");
  if (target?.kind !== "name") return undefined;
  const executor: Executor = { node, resolves: target.text, value: clean };
  run.executors.push(executor);
  followFunction(run, node, [], true, true);
  run.executors.pop();
  return executor.value;
}

/** Notes what `resolve(value)` is given. */
export function keepPromise(run: Run, call: Node, given: readonly Given[]): void {
  const [callee] = call.children;
  const [first] = given;
  if (callee?.kind !== "name" || !first) return;
  for (const executor of run.executors)
    if (executor.resolves === callee.text && call.start >= executor.node.start && call.end <= executor.node.end)
      executor.value = join(executor.value, first.value);
}
