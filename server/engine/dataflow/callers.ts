/** What the calls in a file tell of a function of that file: whether all that it is handed is known there, and what its parameters are. */

import { childOf, childrenOf, type Kind, type Node, type Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { type CallIndex, callIndexOf } from "./callIndex.ts";

/**
 * Whether what a function is handed is known from its file: nobody else is meant to call it (`_name`), or what a framework calls (a function with a
 * decorator, a method of a class with a base) calls it there. One that nothing in the file calls is told by nobody.
 *
 * @param source The parameter, or a part of it: in JavaScript all calls must give it constants, or parameters of functions around them.
 */
export function isToldByCallers(node: Node, tree: Tree, source: Node): boolean {
  if (tree.language !== "python") return isOnlyCalled(node, tree) && isGivenKnown(node, tree, source);
  const name = childOf(node, "name")?.text ?? "";
  const index = callIndexOf(tree);
  const others = (index.calls.get(name) ?? []).filter(({ node: call }) => call.start < node.start || call.start >= node.end);
  if (others.length === 0 || /^_(?!_)/.test(name)) return others.length > 0;
  if (classAround(node)) return false;
  return others.some(({ node: call, within }) => usesName(call, name) && isInHandler(index, within));
}

/** A function of JavaScript that its file calls, and neither exports nor stores nor hands on. */
function isOnlyCalled(node: Node, tree: Tree): boolean {
  const name = nameOf(node);
  if (name?.kind !== "name" || classAround(node)) return false;
  for (let at = node.parent; at; at = at.parent) if (at.kind === "export") return false;
  const calls = callIndexOf(tree).calls.get(name.text) ?? [];
  const isOutside = ({ node: call }: (typeof calls)[number]): boolean => call.start < node.start || call.start >= node.end;
  return calls.some((call) => isOutside(call) && isCallOf(call.node, name.text)) && !handedOnIn(tree).has(name.text);
}

/** The name that a function is declared with, or the variable that holds it. */
function nameOf(node: Node): Node | undefined {
  if (node.role === "value") return node.parent?.kind === "declare" ? childOf(node.parent, "target") : undefined;
  return node.role === "argument" ? undefined : childOf(node, "name");
}

function isGivenKnown(node: Node, tree: Tree, source: Node): boolean {
  const parameter = childrenOf(node, "parameter").find(({ start, end }) => start <= source.start && source.end <= end);
  const given = parameter ? argumentsFor(parameter, tree) : [];
  return given.length > 0 && given.every((argument) => isKnown(argument));
}

const literals: ReadonlySet<Kind> = new Set<Kind>(["string", "stringPart", "number", "boolean", "null", "regex"]);
const built: ReadonlySet<Kind> = new Set<Kind>(["template", "interpolation", "binary", "array", "object", "pair", "conditional"]);

/** Made of literals, of constants by their name, and of parameters of the functions around it, which are judged there. */
function isKnown(node: Node): boolean {
  if (literals.has(node.kind)) return true;
  if (node.kind === "name")
    return node.role === "key" || /^__(dirname|filename)$/.test(node.text) || isConstantName(node) || isParameter(node);
  if (node.kind === "call") {
    const [callee, ...given] = node.children;
    if (callee?.kind === "name") return /^(Number|parseInt|parseFloat|Boolean)$/.test(callee.text);
    return callee?.kind === "member" && callee.children[0]?.text === "path" && given.every(isKnown);
  }
  return built.has(node.kind) && node.children.every(isKnown);
}

/** In capitals, and given a known value where the file declares it: `const CMD = readline()` is none. */
function isConstantName(node: Node): boolean {
  if (!/^[A-Z][A-Z0-9_]*$/.test(node.text)) return false;
  let root = node;
  for (let at = node.parent; at; at = at.parent) root = at;
  return root.children.every((statement) => {
    const declared = statement.kind === "export" ? statement.children[0] : statement;
    if (!declared || childOf(declared, "target")?.text !== node.text) return true;
    const value = childOf(declared, "value");
    return value !== undefined && (isKnown(value) || isOfModule(value));
  });
}

/** `require("./config").target`. */
function isOfModule(node: Node): boolean {
  const [first] = node.children;
  if (node.kind === "member") return first !== undefined && isOfModule(first);
  return node.kind === "call" && first?.kind === "name" && first.text === "require";
}

/** Of a function that is looked at by itself; the parameter of a callback is told by nobody. */
function isParameter({ text, parent }: Node): boolean {
  for (let at = parent; at; at = at.parent)
    if (at.kind === "function" && childrenOf(at, "parameter").some((one) => childOf(one, "target")?.text === text))
      return nameOf(at) !== undefined || classAround(at) !== undefined;
  return false;
}

const handedOn = new Notes<Tree, ReadonlySet<string>>();

/** Names that stand somewhere without being called or declared there. */
function handedOnIn(tree: Tree): ReadonlySet<string> {
  const known = handedOn.get(tree);
  if (known) return known;
  const names = new Set<string>();
  const stack = [tree.root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "name" && !isCalledOrDeclared(node)) names.add(node.text);
    stack.push(...node.children);
  }
  handedOn.set(tree, names);
  return names;
}

function isCalledOrDeclared({ role, parent }: Node): boolean {
  if (role === "callee") return parent?.kind === "call";
  if (role === "name") return parent?.kind === "function" || parent?.kind === "class";
  return role === "key" || (role === "target" && (parent?.kind === "declare" || parent?.kind === "parameter"));
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
  const name = owner && (tree.language === "python" ? childOf(owner, "name") : nameOf(owner));
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
