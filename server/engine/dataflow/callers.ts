/** What the calls in a file tell of a function of that file: whether all that it is handed is known there, and what its parameters are. */

import { childOf, childrenOf, type Node, type Tree } from "../tree/node.ts";
import { type CallIndex, callIndexOf } from "./callIndex.ts";

/**
 * Whether what a function is handed is known from its file: nobody else is meant to call it (`_name`), or what a framework calls (a function with a
 * decorator, a method of a class with a base) calls it there. One that nothing in the file calls is told by nobody.
 */
export function isToldByCallers(node: Node, tree: Tree): boolean {
  if (tree.language !== "python") return false;
  const name = childOf(node, "name")?.text ?? "";
  const index = callIndexOf(tree);
  const others = (index.calls.get(name) ?? []).filter(({ node: call }) => call.start < node.start || call.start >= node.end);
  if (others.length === 0 || /^_(?!_)/.test(name)) return others.length > 0;
  if (classAround(node)) return false;
  return others.some(({ node: call, within }) => usesName(call, name) && isInHandler(index, within));
}

/** Calls it, or hands it on: `f(x)`, `Thread(target=f)`; not `o.f(x)`. */
function usesName(call: Node, name: string): boolean {
  return call.children.some((child) => {
    const used = child.kind === "keywordArgument" ? child.children[0] : child;
    return used?.kind === "name" && used.text === name;
  });
}

function isInHandler({ functions }: CallIndex, at: number): boolean {
  for (let one = functions[at]; one; one = functions[one.outer]) if (one.isHandler) return true;
  return false;
}

/** The class whose method a function is. */
export function classAround(method: Node): Node | undefined {
  const holder = method.parent?.kind === "field" ? method.parent.parent : method.parent;
  return holder?.kind === "block" && holder.parent?.kind === "class"
    ? holder.parent
    : holder?.kind === "class"
      ? holder
      : undefined;
}

/**
 * What the calls of a function give one of its parameters.
 *
 * @returns Nothing when it is handed on somewhere, or a call does not say.
 */
export function argumentsFor(parameter: Node, tree: Tree): readonly Node[] {
  const owner = parameter.parent;
  const name = owner && childOf(owner, "name");
  const target = childOf(parameter, "target");
  if (!owner || !name || !target || parameter.text !== "") return [];
  const owningClass = classAround(owner);
  const isConstructor = /^(constructor|__init__)$/.test(name.text);
  const called = isConstructor && owningClass ? childOf(owningClass, "name")?.text : name.text;
  const isMethod = owningClass !== undefined && tree.language === "python" && !hasStatic(owner);
  const index = childrenOf(owner, "parameter").indexOf(parameter) - (isMethod ? 1 : 0);
  const found: Node[] = [];
  for (const { node } of callIndexOf(tree).calls.get(called ?? "") ?? []) {
    const given = isCallOf(node, called) ? argumentAt(node, index, target.text) : undefined;
    if (!given) return [];
    found.push(given);
  }
  return found;
}

function hasStatic(method: Node): boolean {
  return childrenOf(method, "decorator").some((decorator) => decorator.children[0]?.text === "staticmethod");
}

function isCallOf(call: Node, name: string | undefined): boolean {
  const callee = childOf(call, "callee");
  return (callee?.kind === "name" || callee?.kind === "member") && callee.text === name;
}

function argumentAt(call: Node, index: number, name: string): Node | undefined {
  const given = childrenOf(call, "argument");
  if (given.some(({ kind }) => kind === "spread")) return undefined;
  const named = given.find(({ kind, text }) => kind === "keywordArgument" && text === name);
  if (named) return named.children[0];
  const plain = given.filter(({ kind }) => kind !== "keywordArgument");
  return plain[index];
}
