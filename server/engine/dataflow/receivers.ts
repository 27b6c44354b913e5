/** The object that a method belongs to. */

import { childOf, type Node } from "../tree/node.ts";
import { classAround } from "./callers.ts";
import { type Place, placeOf } from "./places.ts";
import type { Run } from "./run.ts";
import { resolve } from "./state.ts";
import { givesSelf, isReceiver, type Target, targetsOf } from "./targets.ts";

/** `super`, `super()`. */
export function isSuper(node: Node | undefined): boolean {
  return node?.text === "super" || (node?.kind === "call" && node.children[0]?.text === "super");
}

/** The place of the object that a method belongs to; `super` stands for the object of the method that it is used in. */
export function selfPlace(run: Run, self: Node | undefined): Place | undefined {
  if (!self || !isSuper(self)) return self && placeOf(run, startOfChain(run, self), true);
  let method: Node | undefined = self;
  while (method && !(method.kind === "function" && classAround(method))) method = method.parent;
  const first = method?.children.find(({ role }) => role === "parameter");
  const name = first && method && isReceiver(first, method, run.module) ? (childOf(first, "target")?.text ?? "") : "this";
  const id = resolve(run.scope, name);
  return id === undefined ? undefined : { id, path: [], exact: true };
}

/** `page.add(first).add(second)` of a builder: what each call belongs to is `page`. */
function startOfChain(run: Run, self: Node): Node {
  let start = self;
  for (;;) {
    const [callee] = start.kind === "call" ? start.children : [];
    const object = callee?.kind === "member" ? callee.children[0] : undefined;
    if (!callee || !object) return start;
    const targets = targetsOf(callee, run.module);
    if (targets.length === 0 || !targets.every(givesSelf)) return start;
    start = object;
  }
}

/** The key of the object that a method belongs to: in Python the first parameter. */
export function keyOfSelf({ node, module }: Target): string {
  const [first] = node.children.filter(({ role }) => role === "parameter");
  return first && isReceiver(first, node, module) ? "0" : "this";
}
