/** Where a variable that keeps its first value has it from: what is known of the one holds of the other. */

import { factsOf } from "../patterns/matchContext.ts";
import { definitionsFor } from "../patterns/scopes.ts";
import { childOf, type Node } from "../tree/node.ts";
import { guardKey, keyOfConstant } from "./places.ts";
import type { Run } from "./run.ts";
import { clean, isTainted, type Value, withPart } from "./value.ts";

/** A part of what an expression gives. */
export interface Taken {
  readonly from: Node;
  readonly path: readonly string[];
}

/** @returns For `const name = req.query.name`, and for `const { name } = req.query`; `undefined` for what is made anew. */
export function takenFrom(run: Run, name: Node): Taken | undefined {
  if (name.kind !== "name" || !run.dialect.keysAreFields) return undefined;
  const { definitions } = factsOf(run.module.context);
  const [only, ...others] = definitionsFor(definitions, name, name.text);
  if (!only || others.length > 0 || only.node.start >= name.start) return undefined;
  if (definitions.get(name.text)?.some(({ kind }) => kind === "assignment")) return undefined;
  const path: string[] = [];
  let target = only.node;
  for (let pair = target.parent; pair && pair.kind !== "declare"; pair = target.parent) {
    const key = pair.kind === "pair" && pair.text !== "[]" ? childOf(pair, "key") : undefined;
    if (key) path.unshift(`.${key.text}`);
    // What stands in for a part that is not there, and parts of lists, are others.
    else if (pair.kind !== "object") return undefined;
    target = pair;
  }
  const declared = target.parent;
  const from = declared?.kind === "declare" && childOf(declared, "target") === target ? childOf(declared, "value") : undefined;
  return from && isRead(from) ? { from, path } : undefined;
}

/** It reads a field, or writes one down as text: `req.query.name`, `String(req.query.name)`. */
function isRead(node: Node): boolean {
  const [first, second] = node.children;
  if (node.kind === "member") return first !== undefined && isChain(first);
  if (node.kind === "binary" && (node.text === "??" || node.text === "||")) return first !== undefined && isRead(first);
  if (node.kind !== "call" || !second || node.children.length !== 2) return false;
  return first?.kind === "name" && first.text === "String" && isRead(second);
}

function isChain(node: Node): boolean {
  if (node.kind === "name") return node.text !== "this";
  const [object] = node.children;
  return node.kind === "member" && object !== undefined && isChain(object);
}

/** What a pattern such as `{ name, page }` takes from an expression, without the parts that were checked there. */
export function withoutChecked(run: Run, pattern: Node, from: Node, value: Value): Value {
  if (pattern.kind !== "object" || !run.state?.hasGuards() || !isTainted(value)) return value;
  const before = guardKey(run, from);
  if (before === undefined) return value;
  let left = value;
  for (const pair of pattern.children) {
    const key = pair.kind === "pair" ? childOf(pair, "key") : undefined;
    const part = key && keyOfConstant(run, key);
    if (part !== undefined && run.state.isGuarded(before + part)) left = withPart(left, [part], clean);
  }
  return left;
}
