/** Containers of a file that its functions share, such as a queue: what one puts in, another one takes out later. */

import { childOf, type Node, type Tree } from "../tree/node.ts";
import { namesIn } from "./namesIn.ts";
import type { Run } from "./run.ts";
import { isOfFile, type State } from "./state.ts";
import { isTainted, join, stepped, type Value } from "./value.ts";

/** By variable: what functions find in such containers, and what they were seen to leave there. */
export interface Shared {
  held: ReadonlyMap<string, Value>;
  readonly left: Map<string, Value>;
}

const makers = /(^|\.)(Queue|LifoQueue|PriorityQueue|SimpleQueue|JoinableQueue|deque|defaultdict|OrderedDict|dict|list)$/;
const containers = new WeakMap<Tree, ReadonlySet<string>>();

function sharedIn(tree: Tree): ReadonlySet<string> {
  const known = containers.get(tree);
  if (known) return known;
  const names = new Set<string>();
  for (const { kind, children } of tree.root.children) {
    const [target, value] = kind === "assign" ? [children[0], children.at(-1)] : [];
    if (target?.kind === "name" && value && isContainer(value)) names.add(target.text);
  }
  containers.set(tree, names);
  return names;
}

/** A queue, or a list or dictionary that begins empty: one with entries is a table. */
function isContainer(value: Node): boolean {
  if (value.kind === "array" || value.kind === "object") return value.children.length === 0;
  return value.kind === "call" && makers.test(childOf(value, "callee")?.text ?? "");
}

/** Whether a function of the file may put something into such a container, or take something out. */
export function usesShared({ frame, module }: Run, node: Node): boolean {
  const { tree } = module.context;
  const names = sharedIn(tree);
  return !frame.node && names.size > 0 && [...namesIn(node, tree)].some((name) => names.has(name));
}

/** A function of the file begins: it may find what others left. */
export function takeShared({ shared, state }: Run): void {
  for (const [id, value] of shared.held) {
    state?.set(id, join(state.get(id), value));
    state?.setSize(id, undefined);
  }
}

/** A function of the file ends. */
export function leaveShared({ shared, module }: Run, before: State, ended: State, node: Node): void {
  const names = sharedIn(module.context.tree);
  if (names.size === 0 || ended.isClean()) return;
  const name = childOf(node, "name");
  for (const id of ended.changedSince(before)) {
    const value = ended.get(id);
    if (!isTainted(value) || !isOfFile(id) || !names.has(id.slice(0, id.indexOf("@")))) continue;
    const left = name ? stepped(value, name, `left there by \`${name.text}\``, "function") : value;
    const known = shared.left.get(id);
    shared.left.set(id, known ? join(known, left) : left);
  }
}
