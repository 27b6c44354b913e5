/** What a file gives to those that import it. */

import { childOf, type Node, type Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { LanguageId } from "../tree/rawTree.ts";

/** Where an exported name leads: to an expression of the file, or to a name of another module. */
export type Export =
  | { readonly kind: "value"; readonly node: Node }
  | { readonly kind: "elsewhere"; readonly specifier: string; readonly name: string };

const known = new Notes<Tree, ReadonlyMap<string, readonly Export[]>>();

/**
 * By name: "default", "*" for everything that another module exports, "" for what `module.exports` is given. In Python all top-level
 * names are exported.
 */
export function exportsIn(tree: Tree): ReadonlyMap<string, readonly Export[]> {
  const before = known.get(tree);
  if (before) return before;
  const exports = new Map<string, Export[]>();
  const add = (name: string, one: Export): void => {
    const list = exports.get(name);
    if (list) list.push(one);
    else exports.set(name, [one]);
  };
  for (const statement of tree.root.children) {
    if (tree.language === "python") addPython(statement, add);
    else addScript(statement, tree, add);
  }
  known.set(tree, exports);
  return exports;
}

type Add = (name: string, one: Export) => void;

function addScript(statement: Node, tree: Tree, add: Add): void {
  if (statement.kind === "assign") {
    addCommon(statement, add);
    return;
  }
  if (statement.kind !== "export") return;
  const source = tree.text.slice(statement.start, statement.end);
  const [, specifier] = /\bfrom\s*["']([^"']+)["']\s*;?\s*$/.exec(source) ?? [];
  const [first] = statement.children;
  if (!first) {
    if (specifier !== undefined) add("*", { kind: "elsewhere", specifier, name: "*" });
    return;
  }
  if (first.type === "namespace_export" && specifier !== undefined && first.children[0])
    add(first.children[0].text, { kind: "elsewhere", specifier, name: "" });
  else if (first.type === "export_clause") addClause(first, specifier, add);
  else if (statement.text === "default") add("default", { kind: "value", node: first });
  else for (const declared of statement.children) addDeclared(declared, add);
}

/** `export { a as b }`, with or without `from`. */
function addClause(clause: Node, specifier: string | undefined, add: Add): void {
  for (const { children } of clause.children) {
    const [own, other] = children;
    if (!own) continue;
    const name = (other ?? own).text;
    if (specifier === undefined) add(name, { kind: "value", node: own });
    else add(name, { kind: "elsewhere", specifier, name: own.text });
  }
}

function addDeclared(declared: Node, add: Add): void {
  const name = childOf(declared, "name") ?? childOf(declared, "target");
  const value = declared.kind === "declare" ? childOf(declared, "value") : declared;
  if (name?.kind === "name" && value) add(name.text, { kind: "value", node: value });
}

/** `module.exports = x`, `module.exports.a = x`, `exports.a = x`. */
function addCommon(statement: Node, add: Add): void {
  const target = childOf(statement, "target");
  let value = childOf(statement, "value");
  // `exports = module.exports = x`
  while (value?.kind === "assign") value = childOf(value, "value");
  if (target?.kind !== "member" || !value) return;
  const [object] = target.children;
  const isModule = (node: Node | undefined): boolean =>
    node?.kind === "member" && node.text === "exports" && node.children[0]?.text === "module";
  if (isModule(target)) add("", { kind: "value", node: value });
  else if (isModule(object) || (object?.kind === "name" && object.text === "exports"))
    add(target.text, { kind: "value", node: value });
}

function addPython(statement: Node, add: Add): void {
  if (statement.kind === "function" || statement.kind === "class") addDeclared(statement, add);
  const target = childOf(statement, "target");
  const value = childOf(statement, "value");
  if ((statement.kind === "assign" || statement.kind === "declare") && target?.kind === "name" && value)
    add(target.text, { kind: "value", node: value });
  if (statement.kind === "import") for (const binding of statement.children) addImported(statement, binding, add);
  // `try: ... except ImportError: ...` and `if TYPE_CHECKING:` declare as well.
  if (statement.kind === "try" || statement.kind === "branch")
    for (const block of statement.children) if (block.kind === "block") for (const inner of block.children) addPython(inner, add);
}

/** What a module imports it gives on. */
function addImported(statement: Node, binding: Node, add: Add): void {
  const local = childOf(binding, "name");
  if (binding.text === "*") add("*", { kind: "elsewhere", specifier: statement.text, name: "*" });
  else if (local) add(local.text, { kind: "elsewhere", specifier: statement.text, name: binding.text });
}

/** `package` and `name` as one import. */
export function submodule(specifier: string, name: string, language: LanguageId): string | undefined {
  if (language !== "python") return undefined;
  return specifier.endsWith(".") || specifier === "" ? `${specifier}${name}` : `${specifier}.${name}`;
}
