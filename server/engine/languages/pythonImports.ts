/** Imports of Python. */

import { SyntaxNode } from "../tree/syntaxNode.ts";
import type { Converter, Handler, ListHandler } from "./converter.ts";

function withoutSpace(c: Converter, i: number): string {
  return c.source(i).replace(/\s+/g, "");
}

/** `import a.b, c as d`: one node per module; without an alias the local name is the first segment and there is no name node. */
export const importModules: ListHandler = (c, i, role, into) => {
  const modules = c.named(i);
  for (const module of modules) {
    const name = c.field(module, "name");
    const alias = c.field(module, "alias");
    const text = withoutSpace(c, name < 0 ? module : name);
    const names = alias < 0 ? [] : [c.leaf("name", "name", c.source(alias), alias)];
    const binding = c.make("binding", "binding", "", module, names);
    const start = modules.length === 1 ? c.raw.start[i] : c.raw.start[module];
    into.push(new SyntaxNode("import", role, text, c.type(i), start ?? 0, c.raw.end[module] ?? 0, [binding]));
  }
};

/** `from a.b import c as d, e`; `from a import *` is a binding "*" without a name. */
export const importFrom: Handler = (c, i, role) => {
  const module = c.field(i, "module_name");
  const text = module < 0 ? "__future__" : withoutSpace(c, module);
  const bindings: SyntaxNode[] = [];
  for (const child of c.named(i)) {
    if (child === module) continue;
    if (c.type(child) === "wildcard_import") bindings.push(c.leaf("binding", "binding", "*", child));
    else {
      const inner = c.field(child, "name");
      const imported = inner < 0 ? child : inner;
      const alias = c.field(child, "alias");
      const name = alias < 0 ? imported : alias;
      bindings.push(
        c.make("binding", "binding", withoutSpace(c, imported), child, [c.leaf("name", "name", c.source(name), name)]),
      );
    }
  }
  return c.make("import", role, text, i, bindings);
};
