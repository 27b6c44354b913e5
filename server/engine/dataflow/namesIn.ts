/** Names in functions: which variables around a function matter to it, and which members are functions in disguise. */

import { childrenOf, type Node, type Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";

const own = new Notes<Node, ReadonlySet<string>>();
/** By tree, since a node may go over into the tree of a text in which other functions have these names. */
const all = new Notes<Tree, Map<Node, ReadonlySet<string>>>();

/** Names in the function, and in every function of the file that one of these names means. Too many rather than too few. */
export function namesIn(node: Node, tree: Tree): ReadonlySet<string> {
  const ofTree = all.get(tree) ?? new Map<Node, ReadonlySet<string>>();
  all.set(tree, ofTree);
  const known = ofTree.get(node);
  if (known) return known;
  const functions = functionsByName(tree);
  const names = new Set<string>();
  const pending = [node];
  const met = new Set<Node>(pending);
  for (let one = pending.pop(); one; one = pending.pop()) {
    for (const name of ownNames(one)) {
      if (names.has(name)) continue;
      names.add(name);
      for (const called of functions.get(name) ?? []) if (!met.has(called)) pending.push(called);
      for (const called of functions.get(name) ?? []) met.add(called);
    }
  }
  ofTree.set(node, names);
  return names;
}

/** Names in the function itself. */
export function ownNames(top: Node): ReadonlySet<string> {
  const known = own.get(top);
  if (known) return known;
  const names = new Set<string>();
  const stack = [top];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "name" || node.kind === "member") names.add(node.text);
    for (const child of node.children) stack.push(child);
  }
  own.set(top, names);
  return names;
}

const byTree = new Notes<Tree, ReadonlyMap<string, readonly Node[]>>();

function functionsByName(tree: Tree): ReadonlyMap<string, readonly Node[]> {
  const known = byTree.get(tree);
  if (known) return known;
  const functions = new Map<string, Node[]>();
  const stack = [tree.root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "function" || node.kind === "class") {
      const holder = node.role === "value" ? node.parent : node;
      for (const child of holder?.children ?? []) {
        if (child.role !== "name" && child.role !== "target" && child.role !== "key") continue;
        const list = functions.get(child.text);
        if (list) list.push(node);
        else functions.set(child.text, [node]);
      }
    }
    for (const child of node.children) if (child.children.length > 0) stack.push(child);
  }
  byTree.set(tree, functions);
  return functions;
}

/** A member that runs code when it is read. */
export function isGetter(node: Node): boolean {
  if (node.kind !== "function") return false;
  return (
    node.text.split(" ").includes("get") ||
    childrenOf(node, "decorator").some(({ children: [value] }) => /^(cached_)?property$/.test(value?.text ?? ""))
  );
}

/** A member that runs code when it is written. */
export function isSetter({ kind, text }: Node): boolean {
  return kind === "function" && text.split(" ").includes("set");
}

const getters = new Notes<Tree, ReadonlySet<string>>();
const setters = new Notes<Tree, ReadonlySet<string>>();

/** The names of the getters of a file. */
export function gettersOf(tree: Tree): ReadonlySet<string> {
  return namesOf(tree, getters, isGetter);
}

/** The names of its setters. */
export function settersOf(tree: Tree): ReadonlySet<string> {
  return namesOf(tree, setters, isSetter);
}

function namesOf(tree: Tree, cache: Notes<Tree, ReadonlySet<string>>, fits: (node: Node) => boolean): ReadonlySet<string> {
  const known = cache.get(tree);
  if (known) return known;
  const names = new Set<string>();
  for (const [name, functions] of functionsByName(tree)) if (functions.some(fits)) names.add(name);
  cache.set(tree, names);
  return names;
}
