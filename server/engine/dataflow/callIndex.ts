/** Which functions of a file can lead to which others, by their names alone: a cheap answer to "is it worth following this call?". */

import { childOf, type Node, type Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";

interface NamedFunction {
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Index of the function around it, or -1. */
  readonly outer: number;
  /** It has a decorator, or its class has a base: a framework may call it. */
  readonly isHandler: boolean;
}

interface NamedCall {
  readonly node: Node;
  /** Index of the function around it, or -1. */
  readonly within: number;
}

/** The functions and calls of a file. */
export interface CallIndex {
  readonly functions: readonly NamedFunction[];
  /** Calls by the last name of what is called, and by the names among their arguments. */
  readonly calls: ReadonlyMap<string, readonly NamedCall[]>;
  /** `a = b()`, `a = new B()`, `import {b as a}`: whoever calls `a` may call `b`. From `b` to `a`. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

const indexes = new Notes<Tree, CallIndex>();

/** One walk over the tree, done when first asked for. */
export function callIndexOf(tree: Tree): CallIndex {
  const known = indexes.get(tree);
  if (known) return known;
  const index = indexCalls(tree);
  indexes.set(tree, index);
  return index;
}

function indexCalls(tree: Tree): CallIndex {
  const functions: NamedFunction[] = [];
  const calls = new Map<string, NamedCall[]>();
  const aliases = new Map<string, string[]>();
  const stack: { readonly node: Node; readonly within: number }[] = [{ node: tree.root, within: -1 }];
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { node } = item;
    let { within } = item;
    if (node.kind === "function") {
      const isHandler = childOf(node, "decorator") !== undefined || childOf(node.parent?.parent ?? node, "base") !== undefined;
      if (tree.language === "python") indexDecorator(node, aliases);
      functions.push({ names: namesOfFunction(node), start: node.start, end: node.end, outer: within, isHandler });
      within = functions.length - 1;
    } else if (node.kind === "call" || node.kind === "new" || node.kind === "decorator") {
      const call = { node, within };
      for (let at = 0; at < node.children.length; at++) {
        const name = nameUsed(node.children[at]);
        if (name !== undefined) add(calls, name, call);
      }
      const listener = listenerOf(node);
      if (listener?.kind === "name" || listener?.kind === "member") add(aliases, listener.text, "emit");
    } else if (node.kind === "assign" || node.kind === "declare" || node.kind === "pair" || node.kind === "field")
      indexAlias(node, aliases);
    else if (node.kind === "binding") indexBinding(node, aliases);
    for (let at = 0; at < node.children.length; at++) {
      const child = node.children[at];
      if (child && child.children.length > 0) stack.push({ node: child, within });
    }
  }
  return { functions, calls, aliases };
}

/** A function's own name, and what it is stored as; a constructor also has its class's. */
function namesOfFunction(node: Node): readonly string[] {
  const names: string[] = [];
  const own = childOf(node, "name");
  if (own) names.push(own.text);
  for (const { role, children } of node.children)
    if (role === "decorator" && children[0]?.kind === "name") names.push(`@${children[0].text}`);
  const { parent } = node;
  if (parent && node.role === "value") {
    const target = childOf(parent, "target") ?? childOf(parent, "key") ?? childOf(parent, "name");
    if (target) names.push(target.text);
  }
  const table = tableAround(node);
  if (table) names.push(table.text);
  if (parent && node.role === "argument" && listenerOf(parent) === node) names.push("emit");
  if (own?.text === "constructor" || own?.text === "__init__") {
    const className = parent?.parent && childOf(parent.parent, "name");
    if (className) names.push(className.text);
  }
  return names;
}

/** A function around others may be a decorator: whoever calls its first parameter may call what is decorated with it. */
function indexDecorator(node: Node, aliases: Map<string, string[]>): void {
  const name = childOf(node, "name");
  const target = name && childOf(childOf(node, "parameter") ?? node, "target");
  if (!target || !childOf(node, "body")?.children.some(({ kind }) => kind === "function")) return;
  add(aliases, `@${name.text}`, target.text);
}

/** The variable that holds the object or the `Map` in which a function stands. */
function tableAround(node: Node): Node | undefined {
  let at: Node | undefined = node.role === "argument" ? undefined : node.parent;
  if (at?.kind !== "pair" && at?.kind !== "array" && at?.kind !== "object") return undefined;
  while (at?.kind === "pair" || at?.kind === "array" || at?.kind === "object" || at?.kind === "new") at = at.parent;
  const target = at?.kind === "declare" || at?.kind === "assign" ? childOf(at, "target") : undefined;
  return target?.kind === "name" ? target : undefined;
}

const listening = /^(?:on|once|addListener|prependListener)$/;

/** The function that waits for an event: `bus.on("name", f)`. Whoever emits one may call it. */
function listenerOf(call: Node): Node | undefined {
  const [callee, event, listener, more] = call.children;
  return callee?.kind === "member" && listening.test(callee.text) && event?.kind === "string" && !more ? listener : undefined;
}

/** The name that is called, or that of a function handed over. */
function nameUsed(child: Node | undefined): string | undefined {
  const used = child?.kind === "keywordArgument" || child?.kind === "spread" ? child.children[0] : child;
  if (used?.kind === "index") return used.children[0]?.text || undefined;
  return used?.kind === "name" || used?.kind === "member" ? used.text : undefined;
}

function indexAlias(node: Node, aliases: Map<string, string[]>): void {
  const target = childOf(node, "target") ?? childOf(node, "key") ?? childOf(node, "name");
  const value = childOf(node, "value");
  if (!target || !value) return;
  const targets =
    target.kind === "name" || target.kind === "member" || target.kind === "string" ? [target.text] : namesBelow(target);
  for (const one of targets) addValueNames(value, one, aliases);
  // In a pattern that takes an object apart the name on the right is the new one.
  if (node.kind === "pair" && value.kind === "name" && target.text !== value.text) add(aliases, target.text, value.text);
}

function indexBinding(node: Node, aliases: Map<string, string[]>): void {
  const local = childOf(node, "name");
  if (local && node.text !== "" && local.text !== node.text) add(aliases, node.text, local.text);
}

function namesBelow(node: Node): string[] {
  return node.kind === "name" ? [node.text] : node.children.flatMap(namesBelow);
}

/** Under each name that a value may come from: `b`, `o.b`, `b[key]`, `b()`, `new B()`, `await b()`, `b.bind(o)`, `wrap(b)`. */
function addValueNames(value: Node, target: string, aliases: Map<string, string[]>): void {
  const { kind, text, children } = value;
  if ((kind === "name" || kind === "member") && text !== target) add(aliases, text, target);
  if (kind === "member" || (kind === "index" && isKeyed(children))) {
    if (children[0]) addValueNames(children[0], target, aliases);
    return;
  }
  if (kind !== "call" && kind !== "new" && kind !== "await" && kind !== "conditional" && kind !== "binary") return;
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    if (child) addValueNames(child, target, aliases);
  }
}

/** `TABLE[name]`, which may be any of the functions in it; not `parts[0]`. */
function isKeyed([table, key]: readonly Node[]): boolean {
  return table?.kind === "name" && (key?.kind === "name" || key?.kind === "member");
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** The calls that lead somewhere, and the names of the functions that do. */
export interface CallsLeading {
  readonly names: ReadonlySet<string>;
  /** Equal where the same calls of a file lead there. */
  readonly key: string;
  /** Whether one starts in a range, by binary search. */
  startsIn(start: number, end: number): boolean;
}

const leadsNowhere: CallsLeading = { names: new Set(), key: "", startsIn: () => false };

/**
 * The calls that may run code in which something begins, directly or through other functions of the file.
 *
 * @param contains Whether that something begins in a range of the file; absent: nowhere in it.
 * @param imported Names that lead there through another file.
 * @param leadsOut Whether a call with one of these names, or what is handed to it, is code of another file. Names alone would say so of
 *   far too many.
 */
export function callsLeadingTo(
  index: CallIndex,
  contains: ((start: number, end: number) => boolean) | undefined,
  imported: ReadonlySet<string>,
  leadsOut: (call: Node) => boolean,
): CallsLeading {
  if (!contains && imported.size === 0) return leadsNowhere;
  const outside = withAliases(index, imported);
  const names = new Set<string>();
  const starts = new Set<number>();
  const pending: string[] = [];
  const reach = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    pending.push(name);
  };
  const reachFunction = (at: number): void => {
    for (let one = index.functions[at]; one; one = index.functions[one.outer]) one.names.forEach(reach);
  };
  const reachCall = ({ node, within }: NamedCall): void => {
    starts.add(node.start);
    reachFunction(within);
  };
  const { functions } = index;
  for (let at = 0; contains && at < functions.length; at++) {
    const one = functions[at];
    if (one && contains(one.start, one.end)) reachFunction(at);
  }
  for (const name of outside) for (const call of index.calls.get(name) ?? []) if (leadsOut(call.node)) reachCall(call);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    index.calls.get(name)?.forEach(reachCall);
    index.aliases.get(name)?.forEach(reach);
  }
  for (const name of outside) names.add(name);
  const ordered = [...starts].sort((a, b) => a - b);
  return {
    names,
    key: ordered.join(" "),
    startsIn: (start, end) => (ordered[firstFrom(ordered, start)] ?? end) < end,
  };
}

function withAliases({ aliases }: CallIndex, imported: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set(imported);
  // A set that grows is walked to its last end.
  for (const name of names) for (const alias of aliases.get(name) ?? []) names.add(alias);
  return names;
}

/** Index of the first that is not before a place. */
function firstFrom(ordered: readonly number[], place: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
