/** Code in which Semgrep finds nothing, as was recorded from it. */

import { childOf, type Kind, type Node } from "../tree/node.ts";

/** Only types to Semgrep, whatever values they hold; a namespace that is not given away is seen. */
const typesOnly: ReadonlySet<string> = new Set([
  "enum_declaration",
  "function_signature",
  "import_alias",
  "interface_declaration",
  "module",
]);

/** What a `case` of a `switch` compares with is a pattern to Semgrep where it is one of these. */
const casePatterns: ReadonlySet<Kind> = new Set(["name", "string", "number", "boolean", "null"]);

/** Python: what a `case` compares with, and its condition; texts are seen. */
export function isCasePattern(node: Node): boolean {
  if (node.kind === "string") return false;
  for (let at: Node | undefined = node; at?.parent && at.role !== "statement"; at = at.parent)
    if (at.parent.kind === "case") return at.role === "value" || at.role === "condition";
  return false;
}

/** The same of JavaScript and TypeScript. */
export function isUnseen(node: Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (parent.type === "switch_case" && node.role === "value" && casePatterns.has(node.kind)) return true;
  if (parent.type === "export_specifier" && parent.children.length === 1) return true;
  if (isNamedOnly(node, parent)) return true;
  let child = node;
  for (let at: Node | undefined = parent; at; child = at, at = at.parent) {
    if (typesOnly.has(at.type)) return true;
    // What a part of a list or of an entry gets that is not there.
    if (at.type === "assignment_pattern" && child.role === "value") return true;
    if (at.type === "internal_module" && (child.kind !== "block" || at.parent?.kind === "export")) return true;
  }
  return false;
}

/** `let a;` names a variable and gives it nothing. */
function isNamedOnly(node: Node, parent: Node): boolean {
  return node.role === "target" && parent.kind === "declare" && parent.role !== "init" && !childOf(parent, "value");
}
