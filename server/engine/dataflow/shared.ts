/** What functions of a file share: containers such as a queue, and the objects that a server hands to one handler after the other. */

import { childOf, childrenOf, type Node, type Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { hasDoubtfulCheck } from "./doubts.ts";
import { mayUse } from "./namesIn.ts";
import { notePass } from "./passes.ts";
import { type Place, placesOf, runsBefore } from "./registrations.ts";
import type { Run } from "./run.ts";
import { bindName, isOfFile, joinStates, nameIn, resolve, type State } from "./state.ts";
import { clean, isTainted, join, partOf, stepped, type Value, withPart } from "./value.ts";

export interface Shared {
  /** By variable: what functions find in containers, and what they were seen to leave there. */
  held: ReadonlyMap<string, Value>;
  readonly left: Map<string, Value>;
  /** What middlewares leave for handlers after them. */
  readonly kept: Kept[];
  /** What others left is known by now. */
  isKnown: boolean;
  /** The middleware that is followed. */
  passing: Passing | undefined;
}

/** A field of what is handed from handler to handler, as a middleware leaves it; `clean` where it replaced what was there. */
interface Kept {
  readonly key: string;
  readonly path: readonly string[];
  readonly value: Value;
  readonly places: readonly Place[];
}

/** `next`: the variable that calls the next handler; in Python absent: a function that returns nothing lets the next one run. */
interface Passing {
  readonly node: Node;
  readonly next: string | undefined;
  state: State | undefined;
}

export function nothingShared(): Shared {
  return { held: new Map(), left: new Map(), kept: [], isKnown: false, passing: undefined };
}

const makers = /(^|\.)(Queue|LifoQueue|PriorityQueue|SimpleQueue|JoinableQueue|deque|defaultdict|OrderedDict|dict|list)$/;
const containers = new Notes<Tree, ReadonlySet<string>>();

/** Names of the variables of a file in which one function may find what another one left. */
export function sharedIn(tree: Tree): ReadonlySet<string> {
  const known = containers.get(tree);
  if (known) return known;
  const names = new Set<string>();
  if (tree.root.children.some(bringsContext)) names.add("g");
  let found: Given | undefined;
  const given = (): Given => {
    found ??= tree.language === "python" ? globalsIn(tree.text) : givenIn(tree.text);
    return found;
  };
  for (const statement of tree.root.children)
    for (const { kind, children } of statement.kind === "assign" || statement.kind === "declare"
      ? [statement]
      : statement.children) {
      const [target, value] = kind === "assign" || kind === "declare" ? [children[0], children.at(-1)] : [];
      if (target?.kind === "name" && value && (isContainer(value) || isGivenLater(statement, target, value, given)))
        names.add(target.text);
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

/** A variable of the file that is given another value further down, or in JavaScript an object that is given a field there. */
function isGivenLater({ kind, text }: Node, { text: name, end }: Node, value: Node, given: () => Given): boolean {
  if (kind !== "declare") return (given().get(name) ?? 0) > end;
  const isVariable = text !== "const";
  if (!isVariable && value.kind !== "object") return false;
  return (isVariable && (given().get(name) ?? 0) > end) || (given().get(`${name}.`) ?? 0) > end;
}

/** Where a name, or with a point behind it a field of what has that name, is last given a value. */
type Given = ReadonlyMap<string, number>;

function givenIn(text: string): Given {
  const given = new Map<string, number>();
  for (const { 1: name = "", 2: field, index } of text.matchAll(/(?<![\w$.])(\w+)(\.\w+)?\s*(?:\|\||\?\?|\+)?=(?![=>])/g))
    given.set(field === undefined ? name : `${name}.`, index);
  return given;
}

/** Python: the names that functions take from the file to give them a value. */
function globalsIn(text: string): Given {
  const given = new Map<string, number>();
  if (!text.includes("global ")) return given;
  for (const { 1: names = "", index } of text.matchAll(/^[ \t]+global[ \t]+([\w, \t]+)/gm))
    for (const name of names.split(",")) given.set(name.trim(), index);
  return given;
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
  return !frame.node && names.size > 0 && [...names].some((name) => mayUse(node, name, tree));
}

/** A function of the file begins: it may find what others left. */
export function takeShared(run: Run, node: Node): void {
  const { shared, state, module } = run;
  shared.passing = passingOf(run, node);
  if (!shared.isKnown) return;
  for (const [id, value] of shared.held) {
    state?.set(id, join(state.get(id), value));
    state?.setSize(id, undefined);
  }
  for (const { id, key } of carriersOf(run, node)) {
    const found = foundAt(shared, key, placesOf(module.context.tree, node));
    for (const { path, value } of found) state?.set(id, withPart(state.get(id), path, value));
  }
}

function passingOf({ scope, module }: Run, node: Node): Passing | undefined {
  const { tree } = module.context;
  if (tree.language === "python") return isBeforeRequest(node, tree) ? { node, next: undefined, state: undefined } : undefined;
  const target = childrenOf(node, "parameter").slice(1).at(-1);
  const name = (target && childOf(target, "target")?.text) ?? "";
  const next = carriers.has(name) ? undefined : nameIn(scope, name);
  return next === undefined ? undefined : { node, next, state: undefined };
}

/** Flask: it runs before the functions that answer. */
function isBeforeRequest(node: Node, tree: Tree): boolean {
  if (childrenOf(node, "decorator").some(({ children }) => /^before_(app_)?request$/.test(children[0]?.text ?? ""))) return true;
  const name = childOf(node, "name")?.text ?? "";
  return /^\w+$/.test(name) && new RegExp(`\\.before_(?:app_)?request\\(\\s*${name}\\s*\\)`).test(tree.text);
}

/** What middlewares before a place left: the last one that replaced a field counts. */
function foundAt({ kept }: Shared, key: string, places: readonly Place[]): readonly Pick<Kept, "path" | "value">[] {
  const found = new Map<string, Pick<Kept, "path" | "value">>();
  for (const place of places)
    for (const one of kept) {
      if (one.key !== key || !isTainted(one.value)) continue;
      const from = one.places.filter((before) => runsBefore(before, place));
      const isReplaced = (before: Place) => kept.some((later) => replaces(later, one, before, place));
      if (from.length === 0 || from.every(isReplaced)) continue;
      const name = one.path.join("");
      found.set(name, { path: one.path, value: join(found.get(name)?.value ?? clean, one.value) });
    }
  return [...found.values()];
}

function replaces(later: Kept, one: Kept, from: Place, to: Place): boolean {
  if (later.key !== one.key || isTainted(later.value) || later.path.join("") !== one.path.join("")) return false;
  return later.places.some((between) => runsBefore(from, between) && runsBefore(between, to));
}

/** A call without arguments: in a middleware it may be the one that lets the next handler run. */
export function passOn(run: Run, callee: Node): void {
  notePass(run, callee);
  const { passing } = run.shared;
  if (passing?.next === undefined || !run.state || callee.kind !== "name" || resolve(run.scope, callee.text) !== passing.next)
    return;
  passing.state = joinStates(passing.state, run.state.fork());
}

/** The function returns here. */
export function passByReturn(run: Run, value: Node | undefined): void {
  const { passing } = run.shared;
  if (!passing || passing.next !== undefined || !run.state || run.frame.node !== passing.node) return;
  if (!value || value.kind === "null") passing.state = joinStates(passing.state, run.state.fork());
}

/** A function of the file ends. */
export function leaveShared(run: Run, before: State, ended: State, node: Node): void {
  const { shared, module } = run;
  const { tree } = module.context;
  passByReturn(run, undefined);
  const passed = shared.passing?.state;
  shared.passing = undefined;
  if (tree.language !== "python" && passed) keepFields(run, passed, node);
  const names = sharedIn(tree);
  if (names.size === 0 || (ended.isClean() && !passed)) return;
  const name = childOf(node, "name");
  const isHandler = carriersOf(run, node).length > 0;
  const ofRequest = names.has("g") && tree.root.children.some(bringsContext) ? "g@" : undefined;
  for (const id of new Set([...ended.changedSince(before), ...(passed?.changedSince(before) ?? [])])) {
    const isRequest = id === ofRequest;
    const value = isRequest ? (passed?.get(id) ?? clean) : ended.get(id);
    if (!isTainted(value) || !isOfFile(id) || !names.has(id.slice(0, id.indexOf("@")))) continue;
    if (isRequest && hasDoubtfulCheck(node, (root) => root === "g" || root === "request")) continue;
    const by = name ? `\`${name.text}\`` : "another function";
    const left = stepped(value, name ?? node, `left there by ${by}`, isRequest ? "function" : "shared");
    const known = shared.left.get(id);
    shared.left.set(id, known ? join(known, left) : left);
    // Handlers that stand further down do not run after this one for the same request.
    if (isHandler) ended.set(id, left);
  }
}

/** Where it lets the next handler run: fields with untrusted data, and those that others left and that it replaced. */
function keepFields(run: Run, passed: State, node: Node): void {
  const { shared, module } = run;
  const places = placesOf(module.context.tree, node);
  if (places.length === 0) return;
  const isDoubtful = hasDoubtfulCheck(node, (root) => carriers.has(root));
  for (const { id, key } of carriersOf(run, node)) {
    const now = passed.get(id);
    for (const { path } of foundAt(shared, key, places))
      if (!isTainted(path.reduce(partOf, now))) shared.kept.push({ key, path, value: clean, places });
    if (!isDoubtful) for (const { path, value } of fieldsOf(now)) shared.kept.push({ key, path, value, places });
  }
}

/** Fields with untrusted data, and those of `res.locals`. */
function fieldsOf(value: Value, deeper = true): readonly { readonly path: readonly string[]; readonly value: Value }[] {
  return [...(value.parts ?? [])].flatMap(([name, part]) => {
    if (deeper && part.parts && part.flows.length === 0)
      return fieldsOf(part, false).map(({ path, value: inner }) => ({ path: [name, ...path], value: inner }));
    return isTainted(part) ? [{ path: [name], value: part }] : [];
  });
}
