/** Tells what the sender of a request decides: its body, query and path, and the names that are bound to them. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { aliasOf } from "./aliases.ts";
import type { RouteMatchers } from "./routeWords.ts";

/** Links of a chain that are followed to where a value comes from. */
const mostLinks = 20;

/** Calls that give back what they are given. */
const passesOn = /^(?:parse|safeParse|parseAsync|validate|validateAsync|Number|String|Boolean|parseInt|int|str|bool|float)$/;

/** Names of a piece of code that are bound to what was sent, also by way of one another. */
export function sentNames(top: Node, words: RouteMatchers, most: number): ReadonlySet<string> {
  const found = new Set<string>();
  const stack = [top];
  let left = most;
  for (let node = stack.pop(); node && left > 0; node = stack.pop()) {
    left--;
    if (node.kind === "declare" || node.kind === "assign") {
      const [target, value] = [childOf(node, "target"), childOf(node, "value")];
      if (target && target.kind !== "member" && value && isSent(value, found, words))
        for (const name of namesOf(target)) found.add(name);
    }
    if (node.kind === "parameter" && isSentParameter(node, words)) found.add(childOf(node, "target")?.text ?? "");
    // In source order, since a name is bound before it is used.
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child) stack.push(child);
    }
  }
  return found;
}

/** @param bound From `sentNames`. */
export function isSent(value: Node, bound: ReadonlySet<string>, words: RouteMatchers): boolean {
  let node: Node | undefined = value;
  for (let links = 0; node && links < mostLinks; links++) {
    if (node.kind === "name") return bound.has(node.text) || words.has("sent", node.text);
    if (node.kind === "member") {
      if (words.has("sent", dottedName(node))) return true;
      node = childOf(node, "object");
    } else if (node.kind === "call") {
      const callee: Node | undefined = childOf(node, "callee");
      const [first]: Node[] = childrenOf(node, "argument");
      node = callee && first && passesOn.test(callee.text) ? first : callee;
    } else if (node.kind === "index") node = childOf(node, "object");
    else if (node.kind === "await" || node.kind === "binary" || node.kind === "other") node = node.children[0];
    else return false;
  }
  return false;
}

/** FastAPI's typed parameters that nothing fills in, and Nest's `@Body()`, `@Query()` and `@Param()`. */
function isSentParameter(parameter: Node, words: RouteMatchers): boolean {
  const [target, type, given] = [childOf(parameter, "target"), childOf(parameter, "type"), childOf(parameter, "default")];
  if (target?.kind !== "name" || words.has("callers", target.text)) return false;
  const [decorator] = childrenOf(parameter, "decorator");
  if (decorator) return isNamed(decorator, /^(?:Body|Query|Param)$/);
  const isRoute = parameter.parent !== undefined && childOf(parameter.parent, "decorator") !== undefined;
  if (!isRoute || !type || isInjected(parameter, words)) return false;
  return (
    !words.has("callers", type.text) &&
    !/Request|Response|(?:Dep|Session|Db|DB|Database)$/.test(type.text) &&
    (given?.kind !== "call" || isNamed(given, sentBy))
  );
}

const sentBy = /^(?:fastapi\.)?(?:Body|Query|Path|Form|Header)$/;

function isNamed(node: Node, name: RegExp): boolean {
  const call = node.kind === "decorator" ? node.children[0] : node;
  return name.test(dottedName(call?.kind === "call" ? childOf(call, "callee") : call));
}

/** FastAPI's `Depends(...)` and `Security(...)`, as a default, in the type or behind its name; a decorator of the parameter. */
export function isInjected(parameter: Node, words: RouteMatchers): boolean {
  const [given, type] = [childOf(parameter, "default"), childOf(parameter, "type")];
  const isDecorated = parameter.parent !== undefined && childOf(parameter.parent, "decorator") !== undefined;
  if (isDecorated && type && !given && words.has("caller-types", type.text)) return true;
  if (isDecorated && aliasOf(parameter)) return true;
  const fills = [...(given ? [given] : []), ...(type?.children ?? [])].map((one) => dottedName(childOf(one, "callee")));
  return fills.some((name) => /^(?:fastapi\.)?(?:Depends|Security)$/.test(name)) || childOf(parameter, "decorator") !== undefined;
}

/** What a pattern binds: `{ email, role: wanted = "viewer", ...rest }`. */
export function namesOf(target: Node): string[] {
  const names: string[] = [];
  const stack = [target];
  for (let node = stack.pop(); node && names.length < 100; node = stack.pop()) {
    if (node.kind === "name") names.push(node.text);
    stack.push(...node.children);
  }
  return names;
}
