/** Where to look for a pattern: the file's nodes by kind and name, so that no rule walks the tree. */

import type { Kind, Node, Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { wordsOf } from "./needs.ts";

export interface NodeIndex {
  /** In source order. */
  byKind(kind: Kind): readonly Node[];
  /** Calls and `new` by the last name of what is called, members by property, names, operations and others by their text. */
  byName(kind: Kind, name: string): readonly Node[];
  /** What `byName` knows of a kind. */
  names(kind: Kind): Iterable<readonly [string, readonly Node[]]>;
  /** Nodes that hold a list of statements: files, blocks and cases. */
  readonly lists: readonly Node[];
  /** All names, and the words of literals, keys and modules. */
  readonly words: ReadonlySet<string>;
}

const none: readonly Node[] = [];
const namedKinds: ReadonlySet<Kind> = new Set([
  "call",
  "new",
  "member",
  "name",
  "keywordArgument",
  "jsxElement",
  "import",
  "binary",
]);

/** Names are collected from the lists by name; of these the text is an operator or a keyword. */
const wordless: ReadonlySet<Kind> = new Set([
  "name",
  "member",
  "binary",
  "assign",
  "declare",
  "unary",
  "update",
  "function",
  "loop",
]);

const indexes = new Notes<Tree | Node, NodeIndex>();

/** One walk over the tree; asking again costs nothing. */
export function indexNodes(tree: Tree): NodeIndex {
  return indexOnce(tree, [tree.root], true);
}

/** Only a part of the tree, such as what a metavariable stands for; without words. */
export function indexPart(nodes: readonly Node[]): NodeIndex {
  const [only, second] = nodes;
  return only && !second ? indexOnce(only, nodes, false) : walk(nodes, false);
}

function indexOnce(key: Tree | Node, roots: readonly Node[], withWords: boolean): NodeIndex {
  let index = indexes.get(key);
  if (!index) {
    index = walk(roots, withWords);
    indexes.set(key, index);
  }
  return index;
}

function walk(roots: readonly Node[], withWords: boolean): NodeIndex {
  const kinds = new Map<Kind, Node[]>();
  const names = new Map<Kind, Map<string, Node[]>>();
  const lists: Node[] = [];
  const words = new Set<string>();
  for (const kind of namedKinds) names.set(kind, new Map());
  const stack: Node[] = roots.toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    const { kind, children } = node;
    const list = kinds.get(kind);
    if (list) list.push(node);
    else kinds.set(kind, [node]);
    const byName = names.get(kind);
    if (byName) {
      const name = nameOf(node);
      const same = byName.get(name);
      if (same) same.push(node);
      else byName.set(name, [node]);
    }
    if (withWords && node.text !== "" && !wordless.has(kind)) for (const word of wordsOf(node.text)) words.add(word);
    if (kind === "file" || kind === "block" || kind === "case") lists.push(node);
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      if (child) stack.push(child);
    }
  }
  if (withWords) for (const name of names.get("name")?.keys() ?? []) for (const word of wordsOf(name)) words.add(word);
  return {
    words,
    byKind: (kind) => kinds.get(kind) ?? none,
    byName: (kind, name) => names.get(kind)?.get(name) ?? none,
    names: (kind) => names.get(kind) ?? [],
    lists,
  };
}

/** The name under which a node is found. */
export function nameOf(node: Node): string {
  if (node.kind !== "call" && node.kind !== "new") return node.text;
  const callee = node.children[0];
  return callee?.role === "callee" && (callee.kind === "name" || callee.kind === "member") ? callee.text : "";
}
