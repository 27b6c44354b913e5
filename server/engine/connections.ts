/** Which top-level statements of a file data can flow between: those that call one another, by the names that they use. Pure. */

import { childOf, type Node, type Tree } from "./tree/node.ts";
import { Notes } from "./tree/notes.ts";

export interface Connected {
  /** Statements whose findings may depend on one another. */
  readonly statements: ReadonlySet<Node>;
  /** Statements without a call that only give a function another name, as `module.exports = {...}` does. */
  readonly aliases: ReadonlySet<Node>;
}

const maps = new Notes<Tree, ReadonlyMap<string, readonly Node[]>>();

/**
 * What a statement and `more` use, directly or through another one, and whoever uses the statement, or what is or holds a function among these.
 * Too many rather than too few; a variable that many statements use connects them only when it stands for a function.
 */
export function connectedWith(tree: Tree, statement: Node, more: readonly Node[] = []): Connected {
  const declaring = declarations(tree);
  const down = new Set<Node>();
  const up = new Set<Node>();
  const aliases = new Set<Node>();
  const pending: { readonly node: Node; readonly way: "down" | "up" }[] = [{ node: statement, way: "up" }];
  for (const node of [statement, ...more]) pending.push({ node, way: "down" });
  for (let item = pending.pop(); item; item = pending.pop()) {
    const { node, way } = item;
    const done = way === "down" ? down : up;
    if (done.has(node)) continue;
    done.add(node);
    if (way === "down") {
      const used = new Set<string>();
      collectNames(node, used);
      for (const name of used) for (const one of declaring.get(name) ?? []) pending.push({ node: one, way: "down" });
      if (holdsFunction(node)) pending.push({ node, way: "up" });
      continue;
    }
    for (const name of declaredNames(node))
      for (const user of usersOf(name, tree)) {
        pending.push({ node: user, way: "up" });
        if (runsCode(user)) pending.push({ node: user, way: "down" });
        else aliases.add(user);
      }
  }
  return { statements: down, aliases };
}

function declarations(tree: Tree): ReadonlyMap<string, readonly Node[]> {
  const known = maps.get(tree);
  if (known) return known;
  const map = new Map<string, Node[]>();
  for (const statement of tree.root.children)
    for (const name of declaredNames(statement)) {
      const list = map.get(name);
      if (list) list.push(statement);
      else map.set(name, [statement]);
    }
  maps.set(tree, map);
  return map;
}

/** Whether the file has a variable of this name that is no function and no class. */
export function declaresVariable(tree: Tree, name: string): boolean {
  return (declarations(tree).get(name) ?? []).some(({ kind }) => kind === "declare" || kind === "assign" || kind === "export");
}

/** Statements in whose text a name stands, in order. */
function usersOf(name: string, { text, root }: Tree): Set<Node> {
  const users = new Set<Node>();
  let next = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (/[\w$]/.test(text[at - 1] ?? " ") || /[\w$]/.test(text[at + name.length] ?? " ")) continue;
    while ((root.children[next]?.end ?? text.length) <= at) next++;
    const statement = root.children[next];
    if (!statement) break;
    if (statement.start > at) continue;
    users.add(statement);
    at = statement.end - 1;
  }
  return users;
}

/** Names that a top-level statement gives to the file. */
function declaredNames(statement: Node): ReadonlySet<string> {
  const names = new Set<string>();
  const inner = statement.kind === "export" ? (statement.children[0] ?? statement) : statement;
  if (inner.kind === "function" || inner.kind === "class") collectNames(childOf(inner, "name"), names);
  if (inner.kind === "declare" || inner.kind === "assign") collectNames(childOf(inner, "target"), names);
  return names;
}

export function collectNames(node: Node | undefined, into: Set<string>): void {
  if (!node) return;
  if (node.kind === "name") into.add(node.text);
  for (const child of node.children) collectNames(child, into);
}

export function holdsFunction(node: Node): boolean {
  return node.kind === "function" || node.kind === "class" || node.children.some(holdsFunction);
}

function runsCode(node: Node): boolean {
  return (
    node.kind === "call" ||
    node.kind === "new" ||
    node.kind === "function" ||
    node.kind === "class" ||
    node.children.some(runsCode)
  );
}
