/** Which string an expression is known to be: literals, concatenations of them, and variables that only hold such. */

import { childOf, type Node } from "../tree/node.ts";
import { type Definition, type Definitions, definitionsFor } from "./scopes.ts";

/** Certainly a string; `value` is absent when it is one of several. */
export interface Constant {
  readonly value?: string;
}

const unknownValue: Constant = {};

/** Work left for one question, and how deep variables may refer to one another. */
interface Effort {
  steps: number;
  readonly depth: number;
}

const maxDepth = 20;
const mostWrites = 200;

/** @returns undefined for what is not known to be a constant string. */
export function constantOf(
  node: Node,
  definitions: Definitions,
  effort: Effort = { steps: 2000, depth: 0 },
): Constant | undefined {
  if (--effort.steps < 0) return undefined;
  switch (node.kind) {
    case "string":
      return { value: node.text };
    case "template":
      return templateConstant(node, definitions, effort);
    case "binary": {
      const [left, right] = node.children;
      if (node.text !== "+" || !left || !right) return undefined;
      return joined(constantOf(left, definitions, effort), constantOf(right, definitions, effort));
    }
    case "conditional": {
      const [then, otherwise] = [childOf(node, "then"), childOf(node, "else")];
      if (!then || !otherwise) return undefined;
      return either(constantOf(then, definitions, effort), constantOf(otherwise, definitions, effort));
    }
    case "name":
      return nameConstant(node, definitions, effort);
    default:
      return undefined;
  }
}

function templateConstant(node: Node, definitions: Definitions, effort: Effort): Constant | undefined {
  let result: Constant | undefined = { value: "" };
  for (const part of node.children) {
    if (part.kind === "stringPart") result = joined(result, { value: part.text });
    else if (part.children.length !== 1 || !part.children[0]) return undefined;
    else result = joined(result, constantOf(part.children[0], definitions, effort));
  }
  return result;
}

function joined(a: Constant | undefined, b: Constant | undefined): Constant | undefined {
  if (!a || !b) return undefined;
  return a.value === undefined || b.value === undefined ? unknownValue : { value: a.value + b.value };
}

function either(a: Constant | undefined, b: Constant | undefined): Constant | undefined {
  if (!a || !b) return undefined;
  return a.value !== undefined && a.value === b.value ? a : unknownValue;
}

/** A name holds a constant when the last assignment before the use, or every assignment there is, gives it one. */
function nameConstant(node: Node, definitions: Definitions, effort: Effort): Constant | undefined {
  if (node.role === "property" || node.role === "name" || node.role === "target") return undefined;
  const declared = definitionsFor(definitions, node, node.text);
  const scope = declared[0]?.scope;
  if (!scope || declared.some(({ kind }) => kind !== "variable")) return undefined;
  const written = writesTo(definitions, node, declared, scope);
  // A variable that is written everywhere costs much to ask about, and is hardly ever a constant.
  if (written.length > mostWrites) return undefined;
  const before = functionOf(node) === functionOf(scope, true) ? lastBefore(node, written) : undefined;
  const values = before ?? written.filter(({ value }) => value !== undefined || written.length > 1);
  if (values.length === 0) return undefined;
  if (effort.depth >= maxDepth) return undefined;
  const deeper = { steps: effort.steps, depth: effort.depth + 1 };
  let result: Constant | undefined;
  for (const [at, { value }] of values.entries()) {
    const constant = value && constantOf(value, definitions, deeper);
    effort.steps = deeper.steps;
    result = at === 0 ? constant : either(result, constant);
    if (!result) return undefined;
  }
  return result;
}

/** Declarations with a value, and assignments from anywhere that mean the same variable. */
function writesTo(definitions: Definitions, node: Node, declared: readonly Definition[], scope: Node): Definition[] {
  const assignments = assignmentsByScope(definitions, node.text).get(scope) ?? [];
  const initialised = declared.filter(({ node: name, value }) => value !== undefined || name.parent?.kind !== "declare");
  return [...initialised, ...assignments];
}

const grouped = new WeakMap<readonly Definition[], Map<Node, Definition[]>>();

/** A name's assignments by the scope of the variable that they mean, found once. */
function assignmentsByScope(definitions: Definitions, name: string): ReadonlyMap<Node, readonly Definition[]> {
  const all = definitions.get(name) ?? [];
  let groups = grouped.get(all);
  if (groups) return groups;
  groups = new Map();
  for (const definition of all) {
    const scope = definition.kind === "assignment" ? definitionsFor(definitions, definition.node, name)[0]?.scope : undefined;
    if (!scope) continue;
    const group = groups.get(scope);
    if (group) group.push(definition);
    else groups.set(scope, [definition]);
  }
  grouped.set(all, groups);
  return groups;
}

function functionOf(node: Node, self = false): Node | undefined {
  for (let at = self ? node : node.parent; at; at = at.parent) if (at.kind === "function" || at.kind === "file") return at;
  return undefined;
}

/**
 * The writes that can be the latest one at the use: the last that surely runs before it, and those after that which may run.
 * Undefined when none surely runs before, or a loop around the use could run others first.
 */
function lastBefore(use: Node, writes: readonly Definition[]): Definition[] | undefined {
  const own = functionOf(use);
  if (writes.some(({ node }) => functionOf(node) !== own)) return undefined;
  const loop = outermostLoop(use);
  if (loop && writes.some(({ node }) => node.start > use.start && node.end <= loop.end)) return undefined;
  const earlier = writes
    .filter(({ node }) => node.end <= use.start && !within(use, node))
    .sort((a, b) => a.node.start - b.node.start);
  for (let at = earlier.length - 1; at >= 0; at--) {
    const write = earlier[at];
    if (write && surelyRunsBefore(write.node, use)) return earlier.slice(at);
  }
  return undefined;
}

function within(use: Node, target: Node): boolean {
  const assignment = target.parent;
  return assignment !== undefined && use.start >= assignment.start && use.end <= assignment.end;
}

function outermostLoop(node: Node): Node | undefined {
  let found: Node | undefined;
  for (let at = node.parent; at && at.kind !== "function"; at = at.parent) if (at.kind === "loop") found = at;
  return found;
}

/** The statement of the write stands in a block that also holds the use, so nothing but order decides. */
function surelyRunsBefore(write: Node, use: Node): boolean {
  let statement: Node = write;
  while (statement.parent && statement.role !== "statement") {
    if (["conditional", "function", "binary"].includes(statement.kind)) return false;
    statement = statement.parent;
  }
  const block = statement.parent;
  if (!block) return false;
  for (let at = use.parent; at; at = at.parent) if (at === block) return true;
  return false;
}
