/** `taint_assume_safe_booleans` and `taint_assume_safe_numbers` of TypeScript: what is declared or asserted to be such holds no data. */

import { hasType } from "../patterns/types.ts";
import type { Node } from "../tree/node.ts";
import type { Run } from "./run.ts";

const booleans: readonly string[] = ["boolean", "Boolean"];
const numbers: readonly string[] = ["number", "int", "float"];

export function asksTypes({ options, module }: Run): boolean {
  const { language } = module.context.tree;
  return (options.safeBooleans || options.safeNumbers) && (language === "typescript" || language === "tsx");
}

/** Only what is written counts: what a call gives has no type. */
export function hasSafeType(run: Run, node: Node): boolean {
  if (!asksTypes(run)) return false;
  const { safeBooleans, safeNumbers } = run.options;
  const { context } = run.module;
  if (node.kind !== "name" && node.kind !== "member" && !context.tree.casts?.has(node)) return false;
  return (safeBooleans && hasType([node], booleans, context)) || (safeNumbers && hasType([node], numbers, context));
}
