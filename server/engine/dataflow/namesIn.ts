/** Names in functions: which variables around a function matter to it, and which members are functions in disguise. */

import { childrenOf, type Node, type Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";

const own = new Notes<Node, ReadonlySet<string>>();

/** What is known of the functions of one file; by tree, since a node may go over into the tree of a text in which other functions have these names. */
interface Reach {
  /** The functions that the names in one may mean. */
  readonly callees: Map<Node, readonly Node[]>;
  /** By name: whether a function, or one of those that it may call, has it. */
  readonly using: Map<string, Map<Node, boolean>>;
}
const reaches = new Notes<Tree, Reach>();

/** Whether the name is in the function, or in any function of the file that one of its names means. Too often rather than too seldom. */
export function mayUse(node: Node, name: string, tree: Tree): boolean {
  const reach = reaches.get(tree) ?? { callees: new Map(), using: new Map() };
  reaches.set(tree, reach);
  const using = reach.using.get(name) ?? new Map<Node, boolean>();
  reach.using.set(name, using);
  const known = using.get(node);
  if (known !== undefined) return known;
  const met = new Set([node]);
  // A set that grows is walked to its last end.
  for (const one of met) {
    const before = using.get(one);
    if (before === false) continue;
    if (before || ownNames(one).has(name)) {
      using.set(node, true);
      return true;
    }
    for (const called of calleesOf(one, tree, reach)) met.add(called);
  }
  for (const one of met) using.set(one, false);
  return false;
}

function calleesOf(node: Node, tree: Tree, { callees }: Reach): readonly Node[] {
  const known = callees.get(node);
  if (known) return known;
  const functions = functionsByName(tree);
  const found: Node[] = [];
  for (const name of ownNames(node)) found.push(...(functions.get(name) ?? []));
  callees.set(node, found);
  return found;
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
