/** Events within a file: what `bus.emit("name", x)` is given arrives at the functions that `bus.on("name", f)` was given. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { callIndexOf } from "./callIndex.ts";
import { callFunction, type Given } from "./callKnown.ts";
import type { Run } from "./run.ts";

/** Methods that wait for an event; `callIndex.ts` knows them too. */
const listening = ["on", "once", "addListener", "prependListener"];
/** What these are given goes to another program. */
const remote = /^(io|ws|wss|sockets?|sock|conn|connection|client|server|process|nsp|namespace|webContents)$/;

/** @param call `bus.emit("name", ...)`; any other call is left alone. */
export function followListeners(run: Run, call: Node, given: readonly Given[]): void {
  const callee = childOf(call, "callee");
  const [event, ...args] = given;
  const [bus] = callee?.children ?? [];
  if (callee?.kind !== "member" || callee.text !== "emit" || event?.node.kind !== "string" || !bus || isRemote(bus)) return;
  const { calls } = callIndexOf(run.module.context.tree);
  for (const method of listening)
    for (const { node } of calls.get(method) ?? []) {
      const [name, listener] = childrenOf(node, "argument");
      const holder = childOf(node, "callee")?.children[0];
      const isSame = name?.kind === "string" && name.text === event.node.text && holder && sameObject(holder, bus);
      if (isSame && listener) callFunction(run, call, listener, args);
    }
}

function isRemote(object: Node): boolean {
  return object.kind === "call" || remote.test(object.text);
}

/** The same name, or the same field of it. */
function sameObject(a: Node, b: Node): boolean {
  if (a.kind !== b.kind || a.text !== b.text) return false;
  if (a.kind === "name") return true;
  const [left, right] = [a.children[0], b.children[0]];
  return a.kind === "member" && left !== undefined && right !== undefined && sameObject(left, right);
}
