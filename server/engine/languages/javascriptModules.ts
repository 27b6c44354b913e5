/** Imports and exports of the JavaScript family. */

import type { SyntaxNode } from "../tree/syntaxNode.ts";
import type { Converter, Handler } from "./converter.ts";
import { holdDecorators } from "./javascriptFunctions.ts";

function binding(c: Converter, i: number, imported: string, name: number): SyntaxNode {
  return c.make("binding", "binding", imported, i, [c.leaf("name", "name", c.source(name), name)]);
}

function moduleName(c: Converter, i: number): string {
  const source = c.field(i, "source");
  return source < 0 ? "" : c.node(source, "other").text;
}

function clause(c: Converter, i: number, into: SyntaxNode[]): void {
  for (const child of c.named(i)) {
    const type = c.type(child);
    if (type === "identifier") into.push(binding(c, child, "default", child));
    else if (type === "namespace_import") {
      const name = c.named(child)[0];
      if (name !== undefined) into.push(binding(c, child, "*", name));
    } else if (type === "named_imports") for (const specifier of c.named(child)) into.push(importSpecifier(c, specifier));
  }
}

function importSpecifier(c: Converter, i: number): SyntaxNode {
  const name = c.field(i, "name");
  const alias = c.field(i, "alias");
  if (name < 0) return c.other(i, "binding");
  const imported = c.type(name) === "string" ? c.node(name, "other").text : c.source(name);
  return binding(c, i, imported, alias < 0 ? name : alias);
}

export const importHandler: Handler = (c, i, role) => {
  const bindings: SyntaxNode[] = [];
  let module = moduleName(c, i);
  for (const child of c.named(i)) {
    const type = c.type(child);
    if (type === "import_clause") clause(c, child, bindings);
    else if (type === "import_require_clause") {
      const name = c.named(child)[0];
      module = moduleName(c, child);
      if (name !== undefined) bindings.push(binding(c, child, "", name));
    }
  }
  return c.make("import", role, module, i, bindings);
};

/** `export` keeps what is exported as its children; decorators before it belong to the class. */
export const exportHandler: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  const all = c.named(i);
  holdDecorators(
    c,
    all.filter((child) => c.type(child) === "decorator"),
  );
  for (const child of all) {
    const field = c.fieldName(child);
    if (c.type(child) === "decorator" || field === "source") continue;
    c.list(child, "value", children);
  }
  const from = c.field(i, "source") < 0 ? "" : `from ${moduleName(c, i)}`;
  return c.make("export", role, c.hasToken(i, "default") ? "default" : from, i, children);
};
