/** Functions, parameters and classes of Python. */

import type { SyntaxNode } from "../tree/syntaxNode.ts";
import type { Converter, Handler } from "./converter.ts";

function decoratorsOf(c: Converter, i: number): SyntaxNode[] {
  const outer = c.raw.parent[i] ?? -1;
  if (outer < 0 || c.type(outer) !== "decorated_definition") return [];
  return c
    .named(outer)
    .filter((child) => c.type(child) === "decorator")
    .map((child) => c.node(child, "decorator"));
}

/** The decorated thing itself; it takes its decorators from its parent in the grammar. */
export const decorated: Handler = (c, i, role) => {
  const definition = c.field(i, "definition");
  return definition < 0 ? c.other(i, role) : c.node(definition, role);
};

/** Where a definition begins: at its first decorator, so that the decorators lie inside it. */
function outermost(c: Converter, i: number): number {
  const outer = c.raw.parent[i] ?? -1;
  return outer >= 0 && c.type(outer) === "decorated_definition" ? outer : i;
}

function parameters(c: Converter, i: number, into: SyntaxNode[]): void {
  const list = c.field(i, "parameters");
  if (list >= 0) for (const child of c.named(list)) into.push(parameter(c, child));
}

const splats: Readonly<Record<string, string>> = { list_splat_pattern: "*", dictionary_splat_pattern: "**" };

function parameter(c: Converter, i: number): SyntaxNode {
  const grammar = c.type(i);
  if (grammar === "keyword_separator") return c.leaf("parameter", "parameter", "*", i);
  if (grammar === "positional_separator") return c.leaf("parameter", "parameter", "/", i);
  const typed = grammar === "typed_parameter";
  const name = c.field(i, "name");
  const holder = name >= 0 ? name : typed ? (c.named(i)[0] ?? i) : i;
  const splat = splats[c.type(holder)] ?? "";
  const target = splat === "" ? holder : (c.named(holder)[0] ?? -1);
  const children = target < 0 ? [] : [c.node(target, "target")];
  for (const [field, role] of [
    ["type", "type"],
    ["value", "default"],
  ] as const) {
    const child = c.field(i, field);
    if (child >= 0) children.push(c.node(child, role));
  }
  return c.make("parameter", "parameter", splat, i, children);
}

export const functionHandler: Handler = (c, i, role) => {
  const children = decoratorsOf(c, i);
  const name = c.field(i, "name");
  if (name >= 0) children.push(c.node(name, "name"));
  parameters(c, i, children);
  const returnType = c.field(i, "return_type");
  if (returnType >= 0) children.push(c.node(returnType, "returnType"));
  const body = c.field(i, "body");
  if (body >= 0) children.push(c.node(body, "body"));
  return c.make("function", role, c.hasToken(i, "async") ? "async" : "", outermost(c, i), children);
};

export const lambdaHandler: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  parameters(c, i, children);
  const body = c.field(i, "body");
  if (body >= 0) children.push(c.node(body, "body"));
  return c.make("function", role, "arrow", i, children);
};

export const classHandler: Handler = (c, i, role) => {
  const children = decoratorsOf(c, i);
  const name = c.field(i, "name");
  if (name >= 0) children.push(c.node(name, "name"));
  const bases = c.field(i, "superclasses");
  if (bases >= 0) for (const base of c.named(bases)) children.push(c.node(base, "base"));
  const body = c.field(i, "body");
  if (body >= 0) children.push(c.node(body, "body"));
  return c.make("class", role, "", outermost(c, i), children);
};
