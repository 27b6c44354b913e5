/** Reads what a file calls its dependencies: `Me = Annotated[User, Depends(current_user)]`. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";

const known = new Notes<Node, ReadonlyMap<string, Node>>();

/** @returns What the type of a parameter stands for; nothing where it is no such name of the file. */
export function aliasOf(parameter: Node): Node | undefined {
  const type = childOf(parameter, "type");
  if (!type || !/^\w+$/.test(type.text)) return undefined;
  let root = parameter;
  while (root.parent) root = root.parent;
  let aliases = known.get(root);
  if (!aliases) {
    aliases = aliasesIn(root);
    known.set(root, aliases);
  }
  return aliases.get(type.text);
}

function aliasesIn(root: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const statement of root.children) {
    if (statement.kind !== "assign" && statement.kind !== "declare") continue;
    const [target, value] = [childOf(statement, "target"), childOf(statement, "value")];
    if (target?.kind === "name" && value?.kind === "index" && isFilled(value)) found.set(target.text, value);
  }
  return found;
}

/** `Annotated[User, Depends(current_user)]`. */
function isFilled(annotated: Node): boolean {
  const stack = [...annotated.children];
  for (let node = stack.pop(), left = 50; node && left > 0; node = stack.pop(), left--) {
    if (node.kind === "call" && /(?:^|\.)(?:Depends|Security)$/.test(dottedName(childOf(node, "callee")))) return true;
    stack.push(...node.children);
  }
  return false;
}
