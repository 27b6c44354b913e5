/**
 * Functions that a variable stands for, as the documented language follows them: their body runs where the variable is used, with
 * what is known there, or where it stands when nothing uses it.
 */

import { childOf, type Node } from "../tree/node.ts";
import type { Lambda, Run } from "./run.ts";

/** Whether a function is no declaration of a name for the code around it, nor a method. */
export function isLambda(node: Node): boolean {
  if (node.text.includes("arrow") || childOf(node, "name") === undefined) return true;
  return node.role === "argument" || (node.role === "value" && node.parent?.kind !== "export");
}

/** The variable stands for the function from here on. @returns False when it is followed where it stands. */
export function deferLambda(run: Run, id: string, node: Node): boolean {
  if (run.precise || !run.state) return false;
  const hasSource = run.begins.startsIn(node.start, node.end);
  run.lambdas.set(id, { node, scope: run.scope, atStart: run.state.fork(), used: false, running: false, hasSource });
  run.frame.lambdas.push(id);
  if (hasSource) run.sourcesInLambdas++;
  return true;
}

/** Whether code of the function that declared it names the variable elsewhere; it may not have been followed there. */
export function isNamed(run: Run, { node }: Lambda): boolean {
  const name = nameOf(node);
  let top: Node = run.frame.node ?? node;
  while (!run.frame.node && top.parent) top = top.parent;
  const stack = [top];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (--run.budget.left <= 0) return false;
    if (at.kind === "name" && at.text === name && at.start > node.end && at.role !== "property") return true;
    stack.push(...at.children);
  }
  return false;
}

function nameOf(node: Node): string {
  const { parent } = node;
  const named = parent?.kind === "declare" || parent?.kind === "assign" ? childOf(parent, "target") : childOf(node, "name");
  return named?.text ?? "";
}
