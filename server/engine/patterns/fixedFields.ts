/** Fields of classes that are given their value in one place only. */

import { childOf, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";

const fieldsByClass = new Notes<Node, ReadonlyMap<string, Node>>();
const decoratedByClass = new Notes<Node, ReadonlyMap<string, Node>>();

/**
 * The values of a class's fields that are given one in one place only: where they are declared, or by `this.x = ...`.
 *
 * @param decorated Also of those with a decorator, whose value is given by somebody else: `@Input() title = ""`.
 */
export function fixedFields(owner: Node, decorated = false): ReadonlyMap<string, Node> {
  const notes = decorated ? decoratedByClass : fieldsByClass;
  const known = notes.get(owner);
  if (known) return known;
  const declared = new Set<string>();
  const values = new Map<string, Node[]>();
  for (const member of childOf(owner, "body")?.children ?? []) {
    const [name, value] = [childOf(member, "name"), childOf(member, "value")];
    if (member.kind !== "field" || !name || (!decorated && childOf(member, "decorator"))) continue;
    declared.add(name.text);
    if (value) values.set(name.text, [value]);
  }
  const stack = declared.size === 0 ? [] : [...owner.children];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const written = node.kind === "assign" || node.kind === "update" ? node.children[0] : undefined;
    if (written?.kind === "member" && declared.has(written.text)) {
      const own = node.text === "=" && written.children[0]?.text === "this" ? childOf(node, "value") : undefined;
      // What is not a plain assignment to the own object counts twice: then nothing is known.
      values.set(written.text, [...(values.get(written.text) ?? []), ...(own ? [own] : [node, node])]);
    }
    stack.push(...node.children);
  }
  const fixed = [...values].flatMap(([name, [only, second]]) => (only && !second ? [[name, only] as const] : []));
  const fields = new Map(fixed);
  notes.set(owner, fields);
  return fields;
}
