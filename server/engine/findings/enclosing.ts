/** Where a node stands: the functions and classes around it. */

import { childOf, type Node } from "../tree/node.ts";

/** The functions and classes around a node, outermost first; the node itself is not among them. */
export function scopesAround(node: Node): Node[] {
  const scopes: Node[] = [];
  for (let at = node.parent; at; at = at.parent) if (at.kind === "function" || at.kind === "class") scopes.push(at);
  return scopes.reverse();
}

/** The innermost node that covers a range; the root when none is smaller. */
export function nodeCovering(root: Node, start: number, end: number): Node {
  let node = root;
  for (;;) {
    const inner = node.children.find((child) => child.start <= start && end <= child.end);
    if (inner === undefined || inner === node) return node;
    node = inner;
  }
}

/**
 * Name of a place for people and for its identity: "UserStore.find", `app.get("/users")` for a route's handler. Callbacks
 * without any name of their own are passed over. Empty at the top level.
 */
export function pathOf(scopes: readonly Node[]): string {
  return scopes
    .map(nameOfScope)
    .filter((name) => name !== "")
    .join(".");
}

function nameOfScope(scope: Node): string {
  const own = childOf(scope, "name");
  if (own) return own.text;
  const { parent } = scope;
  if (!parent) return "";
  if (parent.kind === "pair") return childOf(parent, "key")?.text ?? "";
  if (parent.kind === "field") return childOf(parent, "name")?.text ?? "";
  if (parent.kind === "assign" || parent.kind === "declare") return dottedName(childOf(parent, "target"));
  if (scope.role === "argument") return calledName(parent);
  return "";
}

/** A call that is given a text first, as a route is: `app.get("/users")`. */
function calledName(call: Node): string {
  const callee = dottedName(childOf(call, "callee"));
  const first = childOf(call, "argument");
  return callee !== "" && first?.kind === "string" ? `${callee}("${first.text}")` : "";
}

/** "a.b.c" for a chain of names and members; empty for anything else. */
export function dottedName(node: Node | undefined): string {
  if (node === undefined) return "";
  if (node.kind === "name") return node.text;
  if (node.kind !== "member") return "";
  const object = dottedName(node.children[0]);
  return object === "" ? "" : `${object}.${node.text}`;
}
