/** Events within a file: what `bus.emit("name", x)` is given arrives at the functions that `bus.on("name", f)` was given. */

import { factsOf } from "../patterns/matchContext.ts";
import { definitionsFor } from "../patterns/scopes.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { classAround } from "./callers.ts";
import { callIndexOf } from "./callIndex.ts";
import { callFunction, type Given } from "./callKnown.ts";
import type { Run } from "./run.ts";
import { type Module, targetsOf } from "./targets.ts";

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
      const isSame = name?.kind === "string" && name.text === event.node.text && holder && sameObject(run, holder, bus);
      if (isSame && listener) callFunction(run, call, listener, args);
    }
}

function isRemote(object: Node): boolean {
  return object.kind === "call" || remote.test(object.text);
}

/** The same variable, or the same field of it or of the object of the same class. */
function sameObject({ module }: Run, a: Node, b: Node): boolean {
  const { tree } = module.context;
  const { definitions } = factsOf(module.context);
  let [left, right]: (Node | undefined)[] = [a, b];
  while (left?.kind === "member" && right?.kind === "member" && left.text === right.text)
    [left, right] = [left.children[0], right.children[0]];
  if (left?.kind !== "name" || right?.kind !== "name") return false;
  if (left.text !== right.text) return isObjectOf(left, right, module) || isObjectOf(right, left, module);
  if (left.text === "this" || (left.text === "self" && tree.language === "python"))
    return ownerOfThis(left) === ownerOfThis(right);
  const [one] = definitionsFor(definitions, left, left.text);
  const [other] = definitionsFor(definitions, right, right.text);
  return one === other;
}

/** A variable that is an object of the class in which `this` stands. */
function isObjectOf(self: Node, variable: Node, module: Module): boolean {
  if (self.text !== "this" || variable.text === "this") return false;
  const owner = ownerOfThis(self);
  return owner.kind === "class" && targetsOf(variable, module).some(({ kind, node }) => kind === "instance" && node === owner);
}

/** The class whose object `this` is, or else the function or the file that has a `this` of its own. */
function ownerOfThis(node: Node): Node {
  let at = node;
  for (; at.parent; at = at.parent) {
    if (at.kind === "class") return at;
    if (at.kind === "function" && !/\barrow\b/.test(at.text)) return classAround(at) ?? at;
  }
  return at;
}
