/** Which names a file declares, and where: imports, parameters, variables. One walk, done when first needed. */

import { childOf, type Node, type Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";

/** One place that gives a name a value. */
export interface Definition {
  readonly kind: "import" | "variable" | "assignment" | "other";
  /** The scope: a file, function, class, comprehension or (JavaScript) block. */
  readonly scope: Node;
  /** The name node, or the import. */
  readonly node: Node;
  /** What an import stands for: "child_process.exec". */
  readonly path?: string;
  /** What a call of the variable is one of, where all that it is ever given is a function of a module: "child_process.exec". */
  readonly called?: string;
  /** The value, where one expression gives it whole. */
  readonly value?: Node;
}

export type Definitions = ReadonlyMap<string, readonly Definition[]>;

/** @param precise A default import and a property of `require(...)` stand for the module's own, as in practice they do. */
export function collectDefinitions(tree: Tree, precise: boolean): Definitions {
  const found = new Map<string, Definition[]>();
  const python = tree.language === "python";
  const renamed: Definition[] = [];
  const modules = new Set<string>();
  const taken: Taken[] = [];
  const add = (name: string, definition: Definition): void => {
    const { kind, value } = definition;
    if (precise && kind === "variable" && (value?.kind === "name" || value?.kind === "member")) renamed.push(definition);
    const list = found.get(name);
    if (list) list.push(definition);
    else found.set(name, [definition]);
  };
  const stack: Node[] = [tree.root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    define(node, python, precise, add);
    if (python && node.kind === "import") noteModule(node, modules);
    if (precise && node.kind === "declare") noteTaken(node, taken);
    for (const child of node.children) if (child.children.length > 0) stack.push(child);
  }
  for (const definition of renamed) {
    const name = definition.node.text;
    const called = found.get(name)?.length === 1 ? importedFunction(definition.value, found, modules) : undefined;
    if (called !== undefined) found.set(name, [{ ...definition, called }]);
  }
  for (const { local, key, from } of taken) {
    const [only, another] = found.get(local.text) ?? [];
    const module = only && !another ? importedPath(from, found, modules) : undefined;
    if (only?.node === local && module !== undefined) found.set(local.text, [{ ...only, called: `${module}.${key}` }]);
  }
  return found;
}

/** `os` of `import os.path`, which gives the module no name of the file's own. */
function noteModule({ text, children }: Node, modules: Set<string>): void {
  if (children.length === 1 && children[0]?.children.length === 0 && children[0].text === "")
    modules.add(text.split(".", 1)[0] ?? "");
}

/** `const { key: local } = from`. */
interface Taken {
  readonly local: Node;
  readonly key: string;
  readonly from: Node;
}

function noteTaken({ children: [target, value] }: Node, taken: Taken[]): void {
  if (target?.kind !== "object" || (value?.kind !== "name" && value?.kind !== "member")) return;
  for (const { kind, children } of target.children) {
    const [key, local] = children;
    if (kind === "pair" && key?.kind === "string" && local?.kind === "name") taken.push({ local, key: key.text, from: value });
  }
}

/** `exec` of `import { exec } from "child_process"`, `cp.exec` of `import cp from "child_process"`, `os.system` of `import os`. */
function importedFunction(value: Node | undefined, found: Definitions, modules: ReadonlySet<string>): string | undefined {
  const path = importedPath(value, found, modules);
  return path?.includes(".") ? path : undefined;
}

function importedPath(value: Node | undefined, found: Definitions, modules: ReadonlySet<string>): string | undefined {
  const members: string[] = [];
  let base = value;
  for (; base?.kind === "member"; base = base.children[0]) members.push(base.text);
  if (base?.kind !== "name") return undefined;
  const [only, another] = found.get(base.text) ?? [];
  const from = only || !modules.has(base.text) ? only?.path : base.text;
  if (from === undefined || another) return undefined;
  return [from, ...members.reverse()].join(".");
}

type Add = (name: string, definition: Definition) => void;

const defaultTypes: ReadonlySet<string> = new Set(["assignment_pattern", "object_assignment_pattern"]);

function define(node: Node, python: boolean, precise: boolean, add: Add): void {
  switch (node.kind) {
    case "import":
      defineImport(node, python, precise, add);
      return;
    case "declare":
      if (!defineRequire(node, precise, add))
        defineTarget(childOf(node, "target"), childOf(node, "value"), "variable", scopeFor(node, python), add);
      return;
    case "assign": {
      // What a part gets that is not there is no value that the name is known to have: the pattern around it declares it.
      if (defaultTypes.has(node.type)) return;
      const kind = python ? "variable" : "assignment";
      const value = node.text === "=" || node.text === ":=" ? childOf(node, "value") : undefined;
      if (precise && !python && defineRequire(node, precise, add)) return;
      defineTarget(childOf(node, "target"), value, kind, scopeFor(node, python), add);
      return;
    }
    case "update":
      defineTarget(node.children[0], undefined, "assignment", scopeFor(node, python), add);
      return;
    case "parameter":
      defineTarget(childOf(node, "target"), undefined, "other", node.parent ?? node, add);
      return;
    case "loop":
    case "withItem":
      defineTarget(childOf(node, "target"), undefined, "other", scopeFor(node, python), add);
      return;
    case "catch":
      defineTarget(childOf(node, "name"), undefined, "other", python ? scopeFor(node, python) : node, add);
      return;
    case "function":
    case "class": {
      const name = childOf(node, "name");
      const scope = node.role === "statement" || node.role === "value" ? scopeFor(node, python) : node;
      if (name && scope.kind !== "class" && scope.parent?.kind !== "class") add(name.text, { kind: "other", scope, node: name });
      return;
    }
    default:
  }
}

function defineTarget(target: Node | undefined, value: Node | undefined, kind: Definition["kind"], scope: Node, add: Add): void {
  if (!target) return;
  switch (target.kind) {
    case "name":
      add(target.text, value ? { kind, scope, node: target, value } : { kind, scope, node: target });
      return;
    case "array":
    case "tuple":
    case "object":
    case "spread":
      for (const child of target.children) defineTarget(child, undefined, kind, scope, add);
      return;
    case "pair":
      defineTarget(target.children[1], undefined, kind, scope, add);
      return;
    case "assign":
      defineTarget(target.children[0], undefined, kind, scope, add);
      return;
    default:
  }
}

/** A dot that divides nothing, in a path for rules of the documented language. */
const innerDot = "\u2024";

/** What stands in a path, as it was written. */
export function plainSegment(segment: string): string {
  return segment.replaceAll(innerDot, ".");
}

/** A dotted path for a module name: Python's dots stay; a relative module has none. */
function modulePath(text: string): string | undefined {
  if (text === "" || text.startsWith(".")) return undefined;
  return text.replace(/^node:/, "");
}

/**
 * Recorded from Semgrep: in Python the dots of a relative module are a name of their own. In JavaScript a module is one name: for
 * `require` all that is written there, for `import` the last part of it without an ending.
 */
function documentedPath(text: string, python: boolean, required: boolean): string | undefined {
  if (text === "") return undefined;
  if (python) return text.replace(/^\.+/, (dots) => innerDot.repeat(dots.length) + (dots === text ? "" : "."));
  const name = required ? text : (text.split("/").at(-1) ?? text).replace(/\.[^.]*$/, "");
  return name.replaceAll(".", innerDot);
}

function defineImport(node: Node, python: boolean, precise: boolean, add: Add): void {
  const scope = rootOf(node);
  const module = precise ? modulePath(node.text) : documentedPath(node.text, python, false);
  for (const binding of node.children) {
    const name = childOf(binding, "name");
    if (!name) continue;
    const whole = binding.text === "" || binding.text === "*" || (precise && binding.text === "default");
    const path =
      module === undefined || (binding.text === "default" && !precise) ? undefined : whole ? module : `${module}.${binding.text}`;
    add(name.text, path === undefined ? { kind: "import", scope, node: name } : { kind: "import", scope, node: name, path });
  }
}

/** The module of `require("m")`; undefined for anything else. */
export function requiredModule(node: Node | undefined): string | undefined {
  if (node?.kind !== "call" || node.children.length !== 2) return undefined;
  const [callee, argument] = node.children;
  return callee?.kind === "name" && callee.text === "require" && argument?.kind === "string" ? argument.text : undefined;
}

/** `const m = require("m")` and `const {a: b} = require("m")` are imports. */
function defineRequire(node: Node, precise: boolean, add: Add): boolean {
  let value = childOf(node, "value");
  if (value?.kind === "await") value = value.children[0];
  const suffix = precise && value?.kind === "member" ? `.${value.text}` : "";
  const required = requiredModule(suffix === "" ? value : value?.children[0]);
  const target = childOf(node, "target");
  if (required === undefined) return false;
  const module = precise ? modulePath(required) : documentedPath(required, false, true);
  if (!target || module === undefined) return false;
  const scope = rootOf(node);
  if (target.kind === "name") {
    add(target.text, { kind: "import", scope, node: target, path: module + suffix });
    return true;
  }
  if (target.kind !== "object") return false;
  for (const pair of target.children) {
    const [key, local] = pair.children;
    if (pair.kind === "pair" && key && local?.kind === "name")
      add(local.text, { kind: "import", scope, node: local, path: `${module}${suffix}.${key.text}` });
  }
  return true;
}

function rootOf(node: Node): Node {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/** The node whose code sees a name that is declared here. */
function scopeFor(node: Node, python: boolean): Node {
  const functionScoped =
    python || (node.kind === "declare" && node.text === "var") || node.kind === "assign" || node.kind === "update";
  for (let at = node.parent; at; at = at.parent) {
    if (at.kind === "file" || at.kind === "function") return at;
    if (python ? at.kind === "class" : !functionScoped && (at.kind === "block" || at.kind === "loop")) return at;
  }
  return node;
}

const grouped = new Notes<Definitions, Map<string, Map<Node, Definition[]>>>();

/** A name's declarations by scope, grouped once. */
function declaredByScope(
  definitions: Definitions,
  name: string,
  all: readonly Definition[],
): ReadonlyMap<Node, readonly Definition[]> {
  const byName = grouped.get(definitions) ?? new Map<string, Map<Node, Definition[]>>();
  grouped.set(definitions, byName);
  let groups = byName.get(name);
  if (groups) return groups;
  groups = new Map();
  for (const definition of all) {
    if (definition.kind === "assignment") continue;
    const group = groups.get(definition.scope);
    if (group) group.push(definition);
    else groups.set(definition.scope, [definition]);
  }
  byName.set(name, groups);
  return groups;
}

/** The definitions that a use of a name can mean: those of the innermost scope around it that has any. */
export function definitionsFor(definitions: Definitions, node: Node, name: string): readonly Definition[] {
  const all = definitions.get(name);
  if (!all) return [];
  const declared = declaredByScope(definitions, name, all);
  let inFunction = false;
  for (let at: Node | undefined = node.parent; at; at = at.parent) {
    // The names of a class body are not seen from inside its methods.
    const here = at.kind === "class" && inFunction ? undefined : declared.get(at);
    if (here) return here;
    if (at.kind === "function") inFunction = true;
  }
  return [];
}
