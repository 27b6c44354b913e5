/** Recorded from Semgrep: a field of a type that is written beside a parameter of TypeScript is a variable of its own in the function. */

import { childOf, type Node } from "../tree/node.ts";

const none: readonly Node[] = [];
const signatures: ReadonlySet<string> = new Set(["property_signature", "method_signature"]);
/** What stands inside is only spoken of. */
const closed: ReadonlySet<string> = new Set(["type_arguments", "type_query", "index_signature"]);

/** @returns The names of the fields, also of types in them. */
export function fieldsOfType(parameter: Node): readonly Node[] {
  const type = parameter.kind === "parameter" ? childOf(parameter, "type") : undefined;
  if (!type || type.children.length === 0) return none;
  const found: Node[] = [];
  const stack = [type];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const [name] = node.children;
    if (name && signatures.has(node.type)) found.push(name);
    if (!closed.has(node.type)) stack.push(...node.children);
  }
  return found;
}
