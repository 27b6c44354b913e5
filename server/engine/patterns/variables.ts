/**
 * Which variable a name means, so that namesakes are told apart: a parameter `x` is not the `x` of the file. As in Semgrep, blocks of
 * JavaScript are no scopes of their own, and what is declared later is not known yet. What is not known may be any of that name.
 * In Python a loop, `with`, `except` and an annotation declare a name anew, as to Semgrep; for rules of the precise profile a function
 * has one variable of each name.
 */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import type { Definition, Definitions } from "./scopes.ts";
import { fieldsOfType } from "./typeFields.ts";

/** @returns A node that stands for the variable; undefined for properties, members of classes, and names that nothing declares before. */
export interface VariableOf {
  (node: Node): Node | undefined;
  /** In Semgrep's Python the name of a member means the variable that is called so; what is written only one of the same function. */
  readonly namedBy?: (member: Node, written: boolean) => Node | undefined;
}

export function variablesOf(definitions: Definitions, python: boolean, precise: boolean): VariableOf {
  const one = python && precise;
  const known = new Map<Node, Node | undefined>();
  const owners = new Map<string, Owned>();
  const variableOf = (node: Node): Node | undefined => {
    if (known.has(node)) return known.get(node);
    const declared = definitions.get(node.text);
    const found = declared && isVariable(node, python) ? find(node, ownedIn(node.text, declared), one) : undefined;
    known.set(node, found);
    return found;
  };
  return python && !precise ? Object.assign(variableOf, { namedBy }) : variableOf;

  function namedBy(member: Node, written: boolean): Node | undefined {
    const declared = definitions.get(member.text);
    if (!declared?.every(({ kind }) => kind !== "import")) return undefined;
    const variable = find(member, ownedIn(member.text, declared), false);
    if (!variable || variable.parent?.kind === "parameter") return undefined;
    return written && ownerOf(variable, true) !== scopeAround(member) ? undefined : variable;
  }

  function ownedIn(name: string, declared: readonly Definition[]): Owned {
    let owned = owners.get(name);
    if (owned) return owned;
    owned = byOwner(declared, python, one);
    if (!python && !precise) hideByFields(name, owned);
    owners.set(name, owned);
    return owned;
  }
}

/** @param one A function has one variable of each name. */
function find(node: Node, owned: Owned, one: boolean): Node | undefined {
  let inner = node;
  for (let at = node.parent; at; inner = at, at = at.parent) {
    // What stands beside a parameter belongs to the code around the function.
    if (at.kind === "function" && inner.kind === "parameter" && !inner.children.some((child) => holds(child, node))) continue;
    const here = owned.get(at);
    if (!here) continue;
    if (at.kind === "comprehension") return at;
    const latest = here.findLast((name) => name.start <= node.start && node.start < endOf(name));
    if (latest) return one ? at : latest;
  }
  return undefined;
}

/** Functions, comprehensions and the file, each with the names that it declares, in source order. */
type Owned = ReadonlyMap<Node, Node[]>;

function byOwner(declared: readonly Definition[], python: boolean, one: boolean): Owned {
  const owned = new Map<Node, Node[]>();
  const add = (node: Node): void => {
    const owner = ownerOf(node, python);
    const list = owner && owned.get(owner);
    if (list) list.push(node);
    else if (owner) owned.set(owner, [node]);
  };
  const inOrder = declared.toSorted((a, b) => a.node.start - b.node.start);
  const declares = ({ kind, node }: Definition): boolean =>
    python && !one ? declaresAnew(node) : python || kind !== "assignment";
  for (const definition of inOrder) if (declares(definition)) add(definition.node);
  // What is given a value without a declaration is declared there.
  const known = (node: Node): boolean =>
    python
      ? (owned.get(ownerOf(node, python) ?? node) ?? []).some(({ start }) => start <= node.start)
      : find(node, owned, one) !== undefined;
  for (const definition of inOrder) if (!declares(definition) && !known(definition.node)) add(definition.node);
  for (const names of owned.values()) names.sort((a, b) => a.start - b.start);
  return owned;
}

/** The body of the function stands for the variable that such a field is. */
function hideByFields(name: string, owned: Owned): void {
  for (const [owner, names] of owned) {
    const body = owner.kind === "function" ? childOf(owner, "body") : undefined;
    const hidden = body && childrenOf(owner, "parameter").some((one) => fieldsOfType(one).some(({ text }) => text === name));
    if (hidden) names.splice(names.findLastIndex(({ start }) => start < body.start) + 1, 0, body);
  }
}

/** Parts of what is taken apart belong to the whole. */
function wholeOf(name: Node): Node {
  let at = name;
  while (at.parent && ["tuple", "array", "object", "pair", "spread"].includes(at.parent.kind)) at = at.parent;
  return at;
}

function declaresAnew(name: Node): boolean {
  const { role, parent } = wholeOf(name);
  if (parent?.kind === "catch") return true;
  if (role !== "target" || !parent) return false;
  return ["loop", "withItem", "parameter"].includes(parent.kind) || childOf(parent, "type") !== undefined;
}

/** Where a name is known no more that a loop of JavaScript declares for itself, to count or to take something apart. */
function endOf(name: Node): number {
  const whole = wholeOf(name);
  const { role, parent } = whole;
  if (parent?.kind === "declare") return parent.role === "init" && parent.parent ? parent.parent.end : Number.POSITIVE_INFINITY;
  const taken = role === "target" && whole !== name && parent?.type === "for_in_statement";
  return taken ? parent.end : Number.POSITIVE_INFINITY;
}

/** Classes, what they declare, and in Python functions are known by their names alone. */
function ownerOf(name: Node, python: boolean): Node | undefined {
  const named = name.role === "name" && (name.parent?.kind === "function" || name.parent?.kind === "class") ? name.parent : name;
  if (named !== name && (python || named.kind === "class")) return undefined;
  for (let at = named.parent; at; at = at.parent) {
    if (at.kind === "class") return undefined;
    if (at.kind === "file" || at.kind === "comprehension") return at;
    if (at.kind === "function" && !(python && sharesOuter(at, name.text))) return at;
  }
  return undefined;
}

function scopeAround({ parent }: Node): Node | undefined {
  let at = parent;
  while (at && at.kind !== "function" && at.kind !== "file" && at.kind !== "class") at = at.parent;
  return at;
}

/** `global x` stands in the function. */
function sharesOuter({ children }: Node, name: string): boolean {
  const body = children.at(-1);
  return (body?.children ?? []).some(({ kind, children: names }) => kind === "global" && names.some(({ text }) => text === name));
}

function isVariable({ role, parent, start }: Node, python: boolean): boolean {
  if (role === "property") return false;
  if (role === "name") return !python && parent?.kind === "function";
  // `{a}` binds what a key is called.
  return !(parent?.kind === "pair" && parent.children[0]?.start === start);
}

/** Whether it is the target of a parameter that holds the node. */
function holds({ role, start, end }: Node, node: Node): boolean {
  return role === "target" && start <= node.start && node.end <= end;
}
