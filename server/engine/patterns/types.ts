/** Which type an expression is written to have: by its declaration, a cast, what it creates, or because it is a literal. */

import { childOf, type Node, type Tree } from "../tree/node.ts";
import { type Definitions, definitionsFor } from "./scopes.ts";

const literals: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = {
  string: { javascript: "string", python: "str" },
  template: { javascript: "string", python: "str" },
  number: { javascript: "number", python: "int" },
  boolean: { javascript: "boolean", python: "bool" },
};

/** @returns The types as they are written, the nearest first; none when nothing says it. */
export function typesOf(node: Node, tree: Tree, definitions: Definitions): readonly string[] {
  const casts = (tree.casts?.get(node) ?? []).filter(({ form }) => form === "as").map(({ type }) => type);
  const literal = literals[node.kind]?.[tree.language === "python" ? "python" : "javascript"];
  if (literal) return [...casts.toReversed(), literal];
  const declared =
    node.kind === "name" ? typeOfName(node, tree, definitions) : node.kind === "member" ? typeOfField(node, tree) : undefined;
  const created = createdType(node, tree);
  return [...casts.toReversed(), ...(declared === undefined ? [] : [declared]), ...(created === undefined ? [] : [created])];
}

/** Whether a type as written is the one that is asked for; type arguments matter only where they are asked for. */
export function isType(written: string, wanted: string): boolean {
  const [left, right] = [written.replace(/\s+/g, ""), wanted.replace(/\s+/g, "")];
  return left === right || (!/[<[]/.test(right) && left.replace(/(?:<|\[(?!\])).*$/s, "") === right);
}

function createdType(node: Node, tree: Tree): string | undefined {
  const [callee] = node.children;
  if (node.kind !== "new" || !callee) return undefined;
  return tree.text.slice(callee.start, callee.end);
}

function typeOfName(node: Node, tree: Tree, definitions: Definitions): string | undefined {
  const here =
    node.role === "target" ? [node] : definitionsFor(definitions, node, node.text).map((definition) => definition.node);
  for (const { parent } of here) {
    const type = parent && childOf(parent, "type");
    if (type) return tree.text.slice(type.start, type.end);
    const value = parent?.kind === "declare" ? childOf(parent, "value") : undefined;
    const created = value && createdType(value, tree);
    if (created !== undefined) return created;
  }
  return undefined;
}

/** `this.x` where the class declares the field with a type. */
function typeOfField(node: Node, tree: Tree): string | undefined {
  const [object] = node.children;
  if (object?.kind !== "name" || object.text !== "this") return undefined;
  let owner: Node | undefined = node.parent;
  while (owner && owner.kind !== "class") owner = owner.parent;
  const members = owner ? (childOf(owner, "body")?.children ?? []) : [];
  for (const member of members) {
    const type = member.kind === "field" && childOf(member, "name")?.text === node.text ? childOf(member, "type") : undefined;
    if (type) return tree.text.slice(type.start, type.end);
  }
  return undefined;
}
