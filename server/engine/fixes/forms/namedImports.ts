/** Takes single names of a module through an import by names that a JavaScript file has already. Pure. */

import { collectDefinitions } from "../../patterns/scopes.ts";
import { childOf, type Node, type Tree } from "../../tree/node.ts";
import type { TextEdit } from "../fix.ts";

interface NamedImport {
  /** What the file calls them, by their names in the module. */
  readonly known: ReadonlyMap<string, string>;
  readonly items: readonly Node[];
}

/**
 * What templates write for a module of which they use single names (`$CRYPTO.randomUUID()`), where the file has
 * `import { a } from "m"` or `const { a } = require("m")`.
 *
 * @param module Without `node:`.
 * @param isFree Whether a name may be declared in the file.
 * @returns The names by what stands for them in templates; `undefined` where there is no such import, or it does not do.
 */
export function throughNamedImport(
  placeholder: string,
  module: string,
  templates: readonly string[],
  tree: Tree,
  isFree: (name: string) => boolean,
): { readonly names: ReadonlyMap<string, string>; readonly edits: readonly TextEdit[] } | undefined {
  const members = membersOf(placeholder, templates);
  const named = members && fromNamedImport(members, module, tree, isFree);
  return named && { ...named, names: new Map([...named.names].map(([member, name]) => [`${placeholder}.${member}`, name])) };
}

/** @returns What the file calls these names of the module, which its import is given where it lacks them. */
export function fromNamedImport(
  members: Iterable<string>,
  module: string,
  tree: Tree,
  isFree: (name: string) => boolean,
): { readonly names: ReadonlyMap<string, string>; readonly edits: readonly TextEdit[] } | undefined {
  const found = tree.root.children.map((node) => namedImport(node, module, tree.text)).find(Boolean);
  const last = found?.items.at(-1);
  if (!found || !last) return undefined;
  const definitions = collectDefinitions(tree, true);
  const names = new Map<string, string>();
  const added: string[] = [];
  for (const member of members) {
    const known = found.known.get(member);
    if (known === undefined ? !isFree(member) : definitions.get(known)?.length !== 1) return undefined;
    names.set(member, known ?? member);
    if (known === undefined) added.push(member);
  }
  if (added.length === 0) return { names, edits: [] };
  // As the names before it stand: behind one another, or each on its line.
  const own = /\r?\n[ \t]*$/.exec(tree.text.slice(0, last.start))?.[0] ?? " ";
  return { names, edits: [{ span: { start: last.end, end: last.end }, text: added.map((name) => `,${own}${name}`).join("") }] };
}

/** `undefined` where something else than a name of the module is used. */
function membersOf(placeholder: string, templates: readonly string[]): ReadonlySet<string> | undefined {
  const members = new Set<string>();
  for (const template of templates)
    for (const [name, member] of template.matchAll(/\$[A-Z_][A-Z_0-9]*(?:\.(\w+))?/g)) {
      if (name.split(".")[0] !== placeholder) continue;
      if (member === undefined) return undefined;
      members.add(member);
    }
  return members.size > 0 ? members : undefined;
}

function namedImport(node: Node, module: string, text: string): NamedImport | undefined {
  if (node.kind === "import") {
    if (withoutScheme(node.text) !== module || /^import\s+type\b/.test(text.slice(node.start, node.end))) return undefined;
    const items = node.children.filter((one) => one.text !== "*" && one.text !== "default" && one.text !== "");
    return { items, known: new Map(items.map((one) => [one.text, one.children[0]?.text ?? one.text])) };
  }
  const [target, value] = node.kind === "declare" ? [childOf(node, "target"), childOf(node, "value")] : [];
  const [callee, name] = value?.kind === "call" ? value.children : [];
  if (target?.kind !== "object" || callee?.text !== "require" || withoutScheme(name?.text ?? "") !== module) return undefined;
  const known = new Map<string, string>();
  for (const { kind, children } of target.children) {
    const [key, local] = children;
    // The rest of a module, or a name with a default.
    if (kind !== "pair" || key?.kind !== "string" || local?.kind !== "name") return undefined;
    known.set(key.text, local.text);
  }
  return { items: target.children, known };
}

function withoutScheme(module: string): string {
  return module.replace(/^node:/, "");
}
