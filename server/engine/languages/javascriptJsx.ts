/** JSX. */

import type { Role } from "../tree/node.ts";
import type { SyntaxNode } from "../tree/syntaxNode.ts";
import type { Converter, Handler, ListHandler } from "./converter.ts";
import { shape } from "./shapes.ts";

const attribute: Handler = (c, i, role) => {
  const [name, value] = c.named(i);
  const values: SyntaxNode[] = [];
  if (value !== undefined) c.list(value, "value", values);
  return c.make("jsxAttribute", role, name === undefined ? "" : c.source(name), i, values);
};

/** `{expression}` stands for the expression; `{}` and `{/* comment *\/}` for nothing. */
const expression: ListHandler = (c, i, role, into) => {
  for (const child of c.named(i)) c.list(child, role, into);
};

const text: ListHandler = (c, i, role, into) => {
  const source = c.source(i);
  if (source.trim() !== "") into.push(c.leaf("jsxText", role, source.trim(), i));
};

function opening(c: Converter, i: number, into: SyntaxNode[]): string {
  const name = c.field(i, "name");
  if (name >= 0) into.push(c.node(name, "tag"));
  for (const child of c.named(i)) if (child !== name && c.fieldName(child) === "attribute") c.list(child, "attribute", into);
  return name < 0 ? "" : c.source(name);
}

const element: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  let tag = "";
  if (c.type(i) === "jsx_self_closing_element") tag = opening(c, i, children);
  for (const child of c.named(i)) {
    const type = c.type(child);
    if (type === "jsx_opening_element") tag = opening(c, child, children);
    else if (c.type(i) === "jsx_element" && type !== "jsx_closing_element") c.list(child, "child" as Role, children);
  }
  return c.make("jsxElement", role, tag, i, children);
};

export const jsxHandlers: Record<string, Handler> = {
  jsx_element: element,
  jsx_self_closing_element: element,
  jsx_attribute: attribute,
  jsx_namespace_name: shape("name", { text: (c, i) => c.source(i) }),
};

export const jsxLists: Record<string, ListHandler> = {
  jsx_expression: expression,
  jsx_text: text,
  html_character_reference: text,
};
