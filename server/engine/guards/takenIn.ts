/** Tells what a guard that holds for a whole router is put before: the routers of other files that its own takes in. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";

/** Methods by which one router takes in another. */
const mounts = /^(?:use|route|register|mount|group|include_router|register_blueprint)$/;

/** Methods of a plugin of Fastify: what they add holds for the plugin, and not for the application. */
const encapsulated = /^(?:addHook|register)$/;

/** Nodes that are looked at for what one router takes in. */
const most = 20_000;

/**
 * @param router The router of the file that the guard holds for.
 * @returns Names and modules; undefined where it holds for a whole application, or where that is unknown.
 */
export function takenIn(node: Node, router: string | undefined): readonly string[] | undefined {
  const call = wideCallAround(node);
  const callee = call && childOf(call, "callee");
  const given = call ? childrenOf(call, "argument") : [];
  if (call && /^(?:include_router|register_blueprint)$/.test(methodOf(call))) return given.slice(0, 1).flatMap(takenName);
  // `app.use("/admin", requireAuth, admin)` guards what it takes in.
  if (call && methodOf(call) === "use" && given[0]?.kind === "string") {
    const rest = given.slice(given.findIndex((one) => one.start <= node.start && one.end >= node.end) + 1);
    const names = rest.flatMap(takenName);
    if (names.length > 0) return names;
  }
  if (router !== undefined) return mountedBy(router, rootOf(node));
  const receiver = firstName(callee);
  const plugin = call && encapsulated.test(methodOf(call)) ? functionWith(call, receiver) : undefined;
  return plugin && mountedBy(receiver, plugin);
}

function wideCallAround(node: Node): Node | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.kind === "call" && (mounts.test(methodOf(at)) || methodOf(at) === "addHook")) return at;
    if (at.kind === "function" && at.role !== "argument") return undefined;
  }
  return undefined;
}

function functionWith(node: Node, parameter: string): Node | undefined {
  for (let at = node.parent; at; at = at.parent)
    if (at.kind === "function" && childrenOf(at, "parameter").some((one) => (childOf(one, "target") ?? one).text === parameter))
      return at;
  return undefined;
}

function mountedBy(router: string, top: Node): readonly string[] {
  const found = new Set<string>();
  const stack = [top];
  let left = most;
  for (let node = stack.pop(); node && left > 0; node = stack.pop()) {
    left--;
    if (node.kind === "call" && mounts.test(methodOf(node)) && firstName(childOf(node, "callee")) === router)
      for (const name of childrenOf(node, "argument").flatMap(takenName)) found.add(name);
    stack.push(...node.children);
  }
  return [...found];
}

/** "orders" of `orders`, `orders.router` and `orders()`; "./orders" of `require("./orders")`. */
function takenName(argument: Node): readonly string[] {
  if (argument.kind === "call" && /^(?:require|import)$/.test(dottedName(childOf(argument, "callee")))) {
    const [module] = childrenOf(argument, "argument");
    return module?.kind === "string" ? [module.text] : [];
  }
  const name = firstName(argument);
  return name === "" ? [] : [name];
}

function rootOf(node: Node): Node {
  let at = node;
  while (at.parent) at = at.parent;
  return at;
}

function firstName(node: Node | undefined): string {
  let at = node;
  while (at && (at.kind === "call" || at.kind === "member")) at = childOf(at, at.kind === "call" ? "callee" : "object");
  return at?.kind === "name" ? at.text : "";
}

function methodOf(call: Node): string {
  const callee = childOf(call, "callee");
  if (callee?.kind === "member") return callee.text;
  const name = dottedName(callee);
  return name.slice(name.lastIndexOf(".") + 1);
}
