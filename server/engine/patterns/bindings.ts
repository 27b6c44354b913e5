/** What metavariables stand for while a pattern is being matched. */

import type { Node, Tree } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";
import type { Binding, Bindings } from "./match.ts";
import { isPlainKey } from "./parsePattern.ts";
import type { VariableOf } from "./variables.ts";

/** A persistent list, so that alternatives share what they have in common. `undefined` is the empty one. */
export interface BoundPart {
  readonly name: string;
  readonly binding: Binding;
  readonly next: Bound;
}
export type Bound = BoundPart | undefined;

/** Every way in which something matched; empty when it did not. */
export type Outcomes = readonly Bound[];
export const noOutcome: Outcomes = [];

export function lookUp(bound: Bound, name: string): Binding | undefined {
  for (let part = bound; part; part = part.next) if (part.name === name) return part.binding;
  return undefined;
}

/** Adds a binding; no outcome when the name is bound to something else. `$_` binds nothing. */
export function bind(bound: Bound, name: string, binding: Binding): Outcomes {
  if (name === "$_") return [bound];
  const known = lookUp(bound, name);
  if (!known) return [{ name, binding, next: bound }];
  return agree(known, binding) ? [bound] : noOutcome;
}

/** Reads its text only when asked: most bindings are compared by their nodes, or thrown away. */
class SourceBinding implements Binding {
  readonly span: Span;
  readonly nodes: readonly Node[];
  readonly variableOf: VariableOf | undefined;
  readonly #source: string;

  constructor(source: string, span: Span, nodes: readonly Node[], variableOf: VariableOf | undefined) {
    this.#source = source;
    this.span = span;
    this.nodes = nodes;
    this.variableOf = variableOf;
  }

  get text(): string {
    return this.#source.slice(this.span.start, this.span.end);
  }
}

/** @param around Where the code stands, if that is not from the first node to the last. */
export function bindingOf(tree: Tree, nodes: readonly Node[], at: number, variableOf?: VariableOf, around?: Span): Binding {
  const first = nodes[0];
  const last = nodes.at(-1);
  const span = around ?? (first && last ? { start: first.start, end: last.end } : { start: at, end: at });
  return new SourceBinding(tree.text, span, nodes, variableOf);
}

/** The same code apart from layout, comments and parentheses; text against code is compared as text. */
export function agree(a: Binding, b: Binding): boolean {
  if (a === b) return true;
  if (a.mark !== b.mark) return false;
  if (a.nodes.length === 0 || b.nodes.length === 0) return a.text === b.text && !isOther(a, b) && !isOther(b, a);
  const variableOf = a.variableOf ?? b.variableOf;
  return a.nodes.length === b.nodes.length && a.nodes.every((node, at) => equalNodes(node, b.nodes[at], variableOf));
}

/** A variable is not the module of its name. */
function isOther({ nodes, variableOf }: Binding, { nodes: [name] }: Binding): boolean {
  return nodes.length === 0 && name?.kind === "name" && variableOf?.(name) !== undefined;
}

function equalNodes(a: Node, b: Node | undefined, variableOf: VariableOf | undefined): boolean {
  if (!b) return false;
  if (a === b) return true;
  if (a.kind !== b.kind) return isWord(a) && isWord(b) && a.text === b.text;
  if (a.text !== b.text || a.children.length !== b.children.length) return false;
  if (a.text === "self" && isPythonParameter(a) !== isPythonParameter(b)) return false;
  if (a.kind === "other" && a.type !== b.type) return false;
  if (a.kind === "name" && variableOf && !maySame(variableOf(a), variableOf(b))) return false;
  if (a.kind === "member" && variableOf?.namedBy) {
    const [one, other] = [isWritten(a), isWritten(b)];
    if ((one || other) && variableOf.namedBy(a, one) !== variableOf.namedBy(b, other)) return false;
  }
  return a.children.every((child, at) => equalNodes(child, b.children[at], variableOf));
}

function maySame(a: Node | undefined, b: Node | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function isWritten({ role, parent }: Node): boolean {
  if (role === "target") return parent?.kind === "loop" || (parent?.kind === "assign" && parent.children.length === 2);
  return parent?.kind === "tuple" && parent.role === "target";
}

/** In Semgrep's Python `self` as a parameter is a name, and elsewhere it is not. */
function isPythonParameter({ role, parent }: Node): boolean {
  return role === "target" && parent?.kind === "parameter" && parent.parent?.type.endsWith("_definition") === true;
}

/** A name, or a key that is written like one. */
function isWord(node: Node): boolean {
  return node.kind === "name" || (node.kind === "string" && (node.role === "key" || isPlainKey(node)));
}

/** Adds all of `b` to `a`; undefined when they disagree. */
export function merge(a: Bindings, b: Bindings): Bindings | undefined {
  if (b.size === 0) return a;
  if (a.size === 0) return b;
  let result: Map<string, Binding> | undefined;
  for (const [name, binding] of b) {
    const known = a.get(name);
    if (!known) {
      result ??= new Map(a);
      result.set(name, binding);
    } else if (!agree(known, binding)) return undefined;
  }
  return result ?? a;
}

export function toBindings(bound: Bound): Bindings {
  const parts: [string, Binding][] = [];
  for (let part = bound; part; part = part.next) parts.push([part.name, part.binding]);
  return new Map(parts.reverse());
}
