/** Functions, parameters and classes of the JavaScript family. */

import type { Kind, Role } from "../tree/node.ts";
import { SyntaxNode } from "../tree/syntaxNode.ts";
import type { Converter, Handler, ListHandler } from "./converter.ts";

/** Decorators that stand beside what they decorate are handed to it by its parent. */
export function holdDecorators(c: Converter, decorators: readonly number[]): void {
  if (decorators.length > 0) c.decorators = [...decorators];
}

function takeDecorators(c: Converter, i: number, into: SyntaxNode[]): void {
  const held = c.decorators;
  c.decorators = [];
  for (const decorator of held) into.push(c.node(decorator, "decorator"));
  for (const child of c.named(i)) if (c.type(child) === "decorator") into.push(c.node(child, "decorator"));
}

/** Class members; a decorator belongs to the member after it. */
export const memberList: ListHandler = (c, i) => {
  c.decorators.push(i);
};

function parameters(c: Converter, i: number, into: SyntaxNode[]): void {
  const lone = c.field(i, "parameter");
  if (lone >= 0) into.push(parameter(c, lone));
  const list = c.field(i, "parameters");
  if (list >= 0) for (const child of c.named(list)) into.push(parameter(c, child));
}

/** A plain name, a pattern, a default and a rest all become one `parameter`. */
function parameter(c: Converter, i: number): SyntaxNode {
  const type = c.type(i);
  if (type === "required_parameter" || type === "optional_parameter") return c.node(i, "parameter");
  if (type === "assignment_pattern") {
    const [left, right] = [c.field(i, "left"), c.field(i, "right")];
    const children = [left < 0 ? undefined : c.node(left, "target"), right < 0 ? undefined : c.node(right, "default")];
    return c.make(
      "parameter",
      "parameter",
      "",
      i,
      children.filter((child) => child !== undefined),
    );
  }
  const inner = type === "rest_pattern" ? c.named(i)[0] : i;
  const children = inner === undefined ? [] : [c.node(inner, "target")];
  return c.make("parameter", "parameter", type === "rest_pattern" ? "..." : "", i, children);
}

const typedParameter: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  takeDecorators(c, i, children);
  for (const modifier of modifiersOf(c, i)) children.push(c.leaf("other", "other", c.source(modifier), modifier));
  const target = c.field(i, "pattern");
  const rest = target >= 0 && c.type(target) === "rest_pattern";
  const inner = rest ? (c.named(target)[0] ?? -1) : target;
  if (inner >= 0) children.push(c.node(inner, "target"));
  for (const [field, childRole] of [
    ["type", "type"],
    ["value", "default"],
  ] as const) {
    const child = c.field(i, field);
    if (child >= 0) children.push(c.node(child, childRole));
  }
  return c.make("parameter", role, rest ? "..." : "", i, children);
};

export const parameterHandlers: Record<string, Handler> = {
  required_parameter: typedParameter,
  optional_parameter: typedParameter,
};

const flagTokens = [
  ["async", "async"],
  ["*", "generator"],
  ["=>", "arrow"],
  ["get", "get"],
  ["set", "set"],
] as const;

const modifiers: ReadonlySet<string> = new Set(["accessibility_modifier", "static", "readonly", "abstract"]);

/** Where TypeScript says more of a member, or of a parameter that declares one. */
function modifiersOf(c: Converter, i: number): number[] {
  return c.children(i).filter((child) => modifiers.has(c.type(child)));
}

function modifierText(c: Converter, i: number): string {
  return modifiersOf(c, i)
    .map((modifier) => c.source(modifier))
    .join(" ");
}

/** Decorators that stand before their node in the grammar lie inside it in the generic tree. */
function fromDecorators(
  c: Converter,
  kind: Kind,
  role: Role,
  text: string,
  i: number,
  children: readonly SyntaxNode[],
): SyntaxNode {
  const start = Math.min(c.raw.start[i] ?? 0, children[0]?.start ?? Number.POSITIVE_INFINITY);
  return new SyntaxNode(kind, role, text, c.type(i), start, c.raw.end[i] ?? 0, children);
}

function finish(c: Converter, i: number, role: Role, children: SyntaxNode[]): SyntaxNode {
  parameters(c, i, children);
  const returnType = c.field(i, "return_type");
  if (returnType >= 0) children.push(c.node(returnType, "returnType"));
  const body = c.field(i, "body");
  if (body >= 0) children.push(c.node(body, "body"));
  const flags = flagTokens.filter(([token]) => c.hasToken(i, token)).map(([, flag]) => flag);
  const text = [...flags, modifierText(c, i)].join(" ").trim();
  return fromDecorators(c, "function", role, text, i, children);
}

export const functionHandler: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  takeDecorators(c, i, children);
  const name = c.field(i, "name");
  if (name >= 0) children.push(c.leaf("name", "name", c.source(name), name));
  return finish(c, i, role, children);
};

export const methodHandler: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  takeDecorators(c, i, children);
  const name = c.field(i, "name");
  if (name >= 0) children.push(memberName(c, name));
  return finish(c, i, role, children);
};

function memberName(c: Converter, i: number): SyntaxNode {
  if (c.type(i) === "property_identifier") return c.leaf("name", "name", c.source(i), i);
  return c.node(i, "name");
}

const field: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  takeDecorators(c, i, children);
  const property = c.field(i, "property");
  const name = property < 0 ? c.field(i, "name") : property;
  if (name >= 0) children.push(memberName(c, name));
  for (const part of ["type", "value"] as const) {
    const child = c.field(i, part);
    if (child >= 0) children.push(c.node(child, part));
  }
  return fromDecorators(c, "field", role, modifierText(c, i), i, children);
};

parameterHandlers.field_definition = field;
parameterHandlers.public_field_definition = field;

export const classHandler: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  takeDecorators(c, i, children);
  const name = c.field(i, "name");
  if (name >= 0) children.push(c.leaf("name", "name", c.source(name), name));
  for (const child of c.named(i)) if (c.type(child) === "class_heritage") heritage(c, child, children);
  const body = c.field(i, "body");
  if (body >= 0) {
    const members: SyntaxNode[] = [];
    for (const child of c.named(body)) c.list(child, "statement", members);
    c.decorators = [];
    children.push(c.make("block", "body", "", body, members));
  }
  return fromDecorators(c, "class", role, c.type(i) === "abstract_class_declaration" ? "abstract" : "", i, children);
};

function heritage(c: Converter, i: number, into: SyntaxNode[]): void {
  for (const child of c.named(i)) {
    const type = c.type(child);
    if (type === "extends_clause") {
      const value = c.field(child, "value");
      if (value >= 0) into.push(c.node(value, "base"));
    } else if (type === "implements_clause") for (const implemented of c.named(child)) into.push(c.node(implemented, "type"));
    else into.push(c.node(child, "base"));
  }
}
