/** What functions see of the variables of their file in the documented language: of those that are given a value once, that value. */

import { isOnlyWrite } from "../patterns/constants.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { type Definition, type Definitions, definitionsFor } from "../patterns/scopes.ts";
import { childOf, type Kind, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { declareOwn } from "./closures.ts";
import type { Run } from "./run.ts";
import { bindName, controlId, isOfFile, nameOf, openScope, type Scope, State } from "./state.ts";
import { clean, isTainted, type Value, whole } from "./value.ts";

/** A variable of the file, where it is declared or first written, and what it is given. */
interface Given {
  readonly from: Node;
  readonly node: Node;
  readonly value: Node;
}

/** Finds what the variables of the file are given that any function may see, in the order of the text. */
export function learnFileVariables(run: Run): void {
  const { definitions } = factsOf(run.module.context);
  const candidates = [...definitions.values()].flatMap((all) => all.flatMap((one) => givenBy(one, definitions, run)));
  if (!candidates.some(({ value }) => run.begins.startsIn(value.start, value.end))) return;
  const { scope, state } = run;
  const names = openScope("file", 0, undefined);
  const ids = new Map<Given, string>();
  for (const one of [...candidates].sort((a, b) => a.from.start - b.from.start))
    ids.set(one, bindName(names, one.node.text, one.from.start, true));
  for (const [given, id] of [...ids].sort(([a], [b]) => a.node.start - b.node.start)) {
    run.state = stateOfFile(run);
    run.scope = scopeAround(given.node, names);
    const value = isWorthIt(run, given.value) ? whole(run.evaluate(given.value).flows) : clean;
    if (!isTainted(value)) continue;
    run.fileVariables.set(id, value);
    // The function that writes it may not be followed.
    bindName(scope, given.node.text, given.from.start, true);
  }
  run.scope = scope;
  run.state = state;
}

/** Values whose parts are known apart, of which Semgrep says nothing here. */
const inParts: ReadonlySet<Kind> = new Set<Kind>(["array", "object", "tuple", "set", "comprehension", "function", "class"]);

function givenBy(definition: Definition, definitions: Definitions, { dialect, module }: Run): Given[] {
  const { kind, node, value } = definition;
  const { tree } = module.context;
  const { parent } = node;
  if (!value || (kind !== "variable" && kind !== "assignment") || inParts.has(value.kind) || !parent) return [];
  const python = dialect.assignmentDeclares;
  // Recorded: neither `a: str = b` nor `a = b = c` of Python.
  if (python && (childOf(parent, "type") || value.kind === "assign" || parent.parent?.kind === "assign")) return [];
  const declared = definitionsFor(definitions, node, node.text);
  const [first] = declared;
  if (first && !isOutside(first.scope)) return [];
  if (!isOnlyWrite(definition, declared, definitions)) return [];
  if (python && (definitions.get(node.text) ?? []).some(({ scope }) => sharesName(scope, node.text))) return [];
  if (python && partlyWritten(tree.root).has(node.text)) return [];
  return [{ from: first?.node ?? node, node, value }];
}

/** Whether a scope is in no function and no class. */
function isOutside(scope: Node): boolean {
  for (let at: Node | undefined = scope; at; at = at.parent) if (at.kind === "function" || at.kind === "class") return false;
  return true;
}

/** `global name`: what this function writes is the file's variable. */
function sharesName(scope: Node, name: string): boolean {
  const statements = scope.kind === "function" ? (childOf(scope, "body")?.children ?? []) : [];
  return statements.some(({ kind, children }) => kind === "global" && children.some(({ text }) => text === name));
}

const written = new Notes<Node, ReadonlySet<string>>();

/** Recorded: names of Python with an element that the code of the file itself writes count as written twice. */
function partlyWritten(root: Node): ReadonlySet<string> {
  const known = written.get(root);
  if (known) return known;
  const names = new Set<string>();
  const stack = [root];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at.kind === "function" || at.kind === "class") continue;
    if (at.kind === "assign") for (const base of indexed(at.children[0])) names.add(base);
    stack.push(...at.children);
  }
  written.set(root, names);
  return names;
}

function indexed(target: Node | undefined): readonly string[] {
  if (target?.kind === "tuple" || target?.kind === "array") return target.children.flatMap(indexed);
  let at = target;
  while (at?.kind === "index") at = at.children[0];
  return at?.kind === "name" && at !== target ? [at.text] : [];
}

/** The file's variables, and those of the functions around a place. */
function scopeAround(place: Node, names: Scope): Scope {
  let scope = names;
  for (let at = place.parent; at; at = at.parent) {
    if (at.kind !== "function") continue;
    scope = scope === names ? openScope("function", at.start, names) : scope;
    declareOwn(scope, at);
  }
  return scope;
}

function isWorthIt(run: Run, value: Node): boolean {
  if (run.begins.startsIn(value.start, value.end)) return true;
  if (run.fileVariables.size === 0) return false;
  const stack = [value];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (--run.budget.left <= 0) return false;
    if (at.kind === "name" && at.role !== "property") return true;
    stack.push(...at.children);
  }
  return false;
}

function stateOfFile(run: Run): State {
  const state = new State(run.budget);
  for (const [id, value] of run.fileVariables) state.set(id, value);
  return state;
}

/** What a function of the file begins with. @param nested It stands in another function. */
export function stateOfFunction(run: Run, before: State, nested: boolean): State {
  const inside = before.fork();
  const given = (id: string): Value => run.fileVariables.get(id) ?? clean;
  for (const id of before.taintedIds()) if (isOfFile(id) || (nested && nameOf(id) !== "this")) inside.set(id, given(id));
  for (const [id, value] of run.fileVariables) inside.set(id, value);
  inside.set(controlId, clean);
  return inside;
}
