/** The names that stand in a piece of code, with their members. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";

/** Nodes that are looked at in one piece. */
const most = 4000;

/** Names, dotted names, keys and decorators anywhere in these nodes, in no order and each once for a node. Texts that ask for a user by key count: `c.get("user")`. */
export function namesIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    let names = known.get(node);
    if (!names) {
      names = [...new Set(namesOf(node))];
      known.set(node, names);
    }
    return names;
  });
}

/** A router's guards are asked about for each of its routes. */
const known = new Notes<Node, readonly string[]>();

function namesOf(top: Node): string[] {
  const names: string[] = [];
  const stack = [top];
  let left = most;
  for (let node = stack.pop(); node && left > 0; node = stack.pop()) {
    left--;
    if (node.kind === "member") {
      const name = dottedName(node);
      names.push(name === "" ? node.text : name);
    } else if (node.kind === "name" && node.role !== "property") names.push(node.text);
    else if (node.kind === "keywordArgument") names.push(node.text);
    else if (node.kind === "pair") {
      const key = childOf(node, "key");
      if (key?.kind === "string") names.push(key.text);
    } else if (node.kind === "call") {
      const [asked] = node.children.filter(({ role }) => role === "argument");
      const callee = childOf(node, "callee");
      if (asked?.kind === "string" && callee?.kind === "member" && callee.text === "get" && asked.text.length < 20)
        names.push(`${dottedName(childOf(callee, "object"))}.${asked.text}`);
      // `require("express-rate-limit")({ max: 5 })`: the module has no other name.
      else if (asked?.kind === "string" && callee?.kind === "name" && callee.text === "require") names.push(asked.text);
    } else if (node.kind === "type") names.push(node.text);
    stack.push(...node.children);
  }
  return names;
}

/** The functions and classes that a file declares, by name; constants that hold a function too. */
export function declarationsOf(root: Node): Map<string, Node> {
  const found = new Map<string, Node>();
  for (const statement of root.children) {
    const inner = statement.kind === "export" ? (statement.children[0] ?? statement) : statement;
    if (inner.kind === "function" || inner.kind === "class") {
      const name = childOf(inner, "name")?.text;
      if (name !== undefined) found.set(name, inner);
    } else if (inner.kind === "declare" || inner.kind === "assign") {
      const [target, value] = [childOf(inner, "target"), childOf(inner, "value")];
      if (target?.kind === "name" && value) found.set(target.text, value);
    }
  }
  return found;
}
