/** `taint_assume_safe_booleans` and `taint_assume_safe_numbers`: what is declared or asserted to be such, or begins as one, holds no data. */

import { factsOf } from "../patterns/matchContext.ts";
import { definitionsFor } from "../patterns/scopes.ts";
import { hasType } from "../patterns/types.ts";
import type { Kind, Node } from "../tree/node.ts";
import type { Run } from "./run.ts";

const booleans: readonly string[] = ["boolean", "Boolean"];
const numbers: readonly string[] = ["number", "int", "float"];

export function asksTypes({ options, precise, module }: Run): boolean {
  return (options.safeBooleans || options.safeNumbers) && (!precise || isTyped(module.context.tree.language));
}

function isTyped(language: string): boolean {
  return language === "typescript" || language === "tsx";
}

/** Only what is written counts: what a call gives has no type. */
export function hasSafeType(run: Run, node: Node): boolean {
  if (!asksTypes(run)) return false;
  const { safeBooleans, safeNumbers } = run.options;
  const { context } = run.module;
  if (!run.precise && node.kind === "name") {
    const given = lastLiteral(run, node);
    if ((safeBooleans && given === "boolean") || (safeNumbers && given === "number")) return true;
  }
  if (!isTyped(context.tree.language)) return false;
  if (node.kind !== "name" && node.kind !== "member" && !context.tree.casts?.has(node)) return false;
  return (safeBooleans && hasType([node], booleans, context)) || (safeNumbers && hasType([node], numbers, context));
}

const literals: ReadonlySet<Kind> = new Set(["number", "boolean", "string", "template", "null", "regex"]);

/** What the variable was last given of what is written down, before it is used; other values leave its type alone. */
function lastLiteral({ module }: Run, node: Node): Kind | undefined {
  let last: Node | undefined;
  for (const { value } of definitionsFor(factsOf(module.context).definitions, node, node.text))
    if (value && literals.has(value.kind) && value.end <= node.start && value.start > (last?.start ?? -1)) last = value;
  return last?.kind;
}
