/** Constants that a call hands to a function, where they decide which of its branches runs: `render(text, escape=False)`. */

import { factsOf } from "../patterns/matchContext.ts";
import { definitionsFor } from "../patterns/scopes.ts";
import { childOf, type Node, type Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { Argument } from "./inputs.ts";
import type { Run } from "./run.ts";
import { type StaticValue, staticValue } from "./staticValue.ts";
import type { Target } from "./targets.ts";

/** By the name of the parameter, where it is declared. */
export type Constants = ReadonlyMap<Node, StaticValue>;

export const noConstants: Constants = new Map();

interface Deciding {
  readonly index: number;
  readonly name: Node;
  readonly fallback: Node | undefined;
}

const decidingOf = new Notes<Tree, Map<Node, readonly Deciding[]>>();

/** A function that was followed for so many shapes of inputs is not told apart any further. */
const mostShapes = 8;
const longestText = 40;

/** @param bound The arguments by the index of the parameter. */
export function constantsFor(run: Run, target: Target, bound: ReadonlyMap<number, Argument>): Constants {
  const deciding = decidingParameters(target);
  if (deciding.length === 0 || (run.effects.byFunction.get(target.node)?.size ?? 0) >= mostShapes) return noConstants;
  const constants = new Map<Node, StaticValue>();
  for (const { index, name, fallback } of deciding) {
    const given = bound.get(index);
    const value = given ? given.node && knownValue(run, given.node) : fallback && staticValue(fallback, target.module.context);
    if (value !== undefined && String(value).length <= longestText) constants.set(name, value);
  }
  return constants;
}

/** What an expression comes to, with what the call handed to the function that is followed. */
export function knownValue(run: Run, node: Node): StaticValue | undefined {
  const value = staticValue(node, run.module.context);
  return value === undefined && run.constants.size > 0 ? staticValue(node, run.module.context, run.constants) : value;
}

/** Parameters that stand in a condition and are never given another value. */
function decidingParameters({ node, module }: Target): readonly Deciding[] {
  const { tree } = module.context;
  const byFunction = decidingOf.get(tree) ?? new Map<Node, readonly Deciding[]>();
  decidingOf.set(tree, byFunction);
  const known = byFunction.get(node);
  if (known) return known;
  const names = namesInConditions(childOf(node, "body"));
  const { definitions } = factsOf(module.context);
  const deciding: Deciding[] = [];
  let index = -1;
  for (const parameter of node.children) {
    if (parameter.role !== "parameter") continue;
    index++;
    const name = childOf(parameter, "target");
    if (name?.kind !== "name" || parameter.text !== "" || !names.has(name.text)) continue;
    if (definitionsFor(definitions, name, name.text).length === 1)
      deciding.push({ index, name, fallback: childOf(parameter, "default") });
  }
  byFunction.set(node, deciding);
  return deciding;
}

function namesInConditions(body: Node | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  const stack = body ? [{ node: body, isCondition: body.role === "condition" }] : [];
  for (let at = stack.pop(); at; at = stack.pop()) {
    const { node, isCondition } = at;
    if (isCondition && node.kind === "name") names.add(node.text);
    for (const child of node.children) {
      const decides = child.role === "condition" || (child.role === "value" && node.kind === "switch");
      stack.push({ node: child, isCondition: decides || (isCondition && node.kind !== "call") });
    }
  }
  return names;
}
