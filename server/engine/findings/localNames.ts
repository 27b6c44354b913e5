/** The names that belong to a function, so that renaming one of them changes no fingerprint. */

import type { Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";

/**
 * Names that are bound inside the given functions: parameters, variables, loop and catch targets, local functions and classes.
 * Imports are left out, they stand for something outside. Members of other objects are never names here.
 *
 * @param scopes Functions and classes around a place, outermost first; without any, the names of the file itself (`root`).
 */
export function localNames(scopes: readonly Node[], root: Node): ReadonlySet<string> {
  const outermost = scopes.find((scope) => scope.kind === "function");
  const known = collected.get(outermost ?? root);
  if (known) return known;
  const names = new Set<string>();
  collectBound(outermost ?? root, outermost !== undefined, names);
  names.delete("this");
  names.delete("self");
  collected.set(outermost ?? root, names);
  return names;
}

/** Findings of one function share its names. */
const collected = new Notes<Node, ReadonlySet<string>>();

function collectBound(top: Node, intoFunctions: boolean, names: Set<string>): void {
  const stack: Node[] = [top];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (bindsTarget(node)) for (const child of node.children) if (child.role === "target") collectTarget(child, names);
    if (node.role === "name" && node.kind === "name" && node !== top && isLocalDefinition(node, top)) names.add(node.text);
    if (node.kind === "import") continue;
    if (!intoFunctions && node !== top && node.kind === "function") continue;
    for (const child of node.children) stack.push(child);
  }
}

/** An assignment binds a plain name in Python and in sloppy JavaScript; compound ones only change it. */
function bindsTarget(node: Node): boolean {
  switch (node.kind) {
    case "declare":
    case "assign":
    case "parameter":
    case "loop":
    case "withItem":
      return true;
    default:
      return node.kind === "comprehension";
  }
}

function isLocalDefinition(name: Node, top: Node): boolean {
  const { parent } = name;
  if (!parent || parent === top) return false;
  return parent.kind === "catch" || ((parent.kind === "function" || parent.kind === "class") && top.kind === "function");
}

/** The names in a target or pattern: `a`, `[a, b]`, `{a: b = 1}`, `*rest`. */
function collectTarget(target: Node, names: Set<string>): void {
  switch (target.kind) {
    case "name":
      names.add(target.text);
      return;
    case "member":
    case "index":
      return;
    case "pair":
      for (const child of target.children) if (child.role !== "key") collectTarget(child, names);
      return;
    case "assign":
    case "parameter": {
      const inner = target.children.find((child) => child.role === "target");
      if (inner) collectTarget(inner, names);
      return;
    }
    default:
      for (const child of target.children) collectTarget(child, names);
  }
}
