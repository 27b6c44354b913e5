/** What functions of a file share: containers such as a queue, and the objects that a server hands to one handler after the other. */

import { childOf, childrenOf, type Node, type Tree } from "../tree/node.ts";
import { namesIn } from "./namesIn.ts";
import type { Run } from "./run.ts";
import { bindName, isOfFile, nameIn, type State } from "./state.ts";
import { clean, isTainted, join, stepped, type Value, withPart } from "./value.ts";

/** By variable, or by what is handed from handler to handler: what functions find in such containers, and what they were seen to leave there. */
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
  if (tree.root.children.some(bringsContext)) names.add("g");
  for (const statement of tree.root.children)
    for (const { kind, children } of statement.kind === "assign" || statement.kind === "declare"
      ? [statement]
      : statement.children) {
      const [target, value] = kind === "assign" || kind === "declare" ? [children[0], children.at(-1)] : [];
      if (target?.kind === "name" && value && isContainer(value)) names.add(target.text);
    }
  containers.set(tree, names);
  return names;
}

/** `from flask import g`: what Flask keeps while it answers a request. */
function bringsContext({ kind, text, children }: Node): boolean {
  return kind === "import" && text === "flask" && children.some((one) => one.text === "g" && childOf(one, "name")?.text === "g");
}

/** A queue, or a list or dictionary that begins empty: one with entries is a table. */
function isContainer(value: Node): boolean {
  if (value.kind === "array" || value.kind === "object") return value.children.length === 0;
  if (value.kind === "new") return childOf(value, "callee")?.text === "Map" && childrenOf(value, "argument").length === 0;
  return value.kind === "call" && makers.test(childOf(value, "callee")?.text ?? "");
}

/** The request and the answer of Express and the context of Koa, by the names that they have everywhere. */
const carriers: ReadonlyMap<string, string> = new Map([
  ["req", "*request"],
  ["request", "*request"],
  ["res", "*answer"],
  ["response", "*answer"],
  ["ctx", "*context"],
]);
/** Something is kept in one of them: `res.locals.user = ...`, `req.tenant = ...`. */
const keeping = /\b(?:res|response)\.locals\b|\b(?:req|request|ctx)(?:\.\w+)+\s*=(?![=>])/;

/** The variables of the function that is followed which are such objects. */
function carriersOf({ scope }: Run, node: Node): readonly { readonly id: string; readonly key: string }[] {
  return childrenOf(node, "parameter").flatMap((parameter) => {
    const name = childOf(parameter, "target")?.text ?? "";
    const [key, id] = [carriers.get(name), nameIn(scope, name)];
    return key === undefined || id === undefined ? [] : [{ id, key }];
  });
}

/** Makes containers that no statement of the file makes variables of the file. */
export function declareShared({ fileScope, module }: Run): void {
  if (sharedIn(module.context.tree).has("g")) bindName(fileScope, "g");
}

/** Whether a function of the file may put something into such a container, or take something out. */
export function usesShared({ frame, module }: Run, node: Node): boolean {
  const { tree } = module.context;
  if (tree.language !== "python" && keeping.test(tree.text.slice(node.start, node.end))) return true;
  const names = sharedIn(tree);
  return !frame.node && names.size > 0 && [...namesIn(node, tree)].some((name) => names.has(name));
}

/** A function of the file begins: it may find what others left. */
export function takeShared(run: Run, node: Node): void {
  const { shared, state } = run;
  if (shared.held.size === 0) return;
  for (const [id, value] of shared.held) {
    if (id.startsWith("*")) continue;
    state?.set(id, join(state.get(id), value));
    state?.setSize(id, undefined);
  }
  for (const { id, key } of carriersOf(run, node)) state?.set(id, join(state.get(id), shared.held.get(key) ?? clean));
}

/** A function of the file ends. */
export function leaveShared(run: Run, before: State, ended: State, node: Node): void {
  const { shared, module } = run;
  if (ended.isClean()) return;
  const { tree } = module.context;
  if (tree.language !== "python")
    for (const { id, key } of carriersOf(run, node)) {
      let kept = clean;
      for (const [part, value] of ended.get(id).parts ?? []) if (isTainted(value)) kept = withPart(kept, [part], value);
      if (isTainted(kept)) shared.left.set(key, join(shared.left.get(key) ?? clean, kept));
    }
  const names = sharedIn(tree);
  if (names.size === 0) return;
  const name = childOf(node, "name");
  for (const id of ended.changedSince(before)) {
    const value = ended.get(id);
    if (!isTainted(value) || !isOfFile(id) || !names.has(id.slice(0, id.indexOf("@")))) continue;
    const left = name ? stepped(value, name, `left there by \`${name.text}\``, "function") : value;
    const known = shared.left.get(id);
    shared.left.set(id, known ? join(known, left) : left);
  }
}
