/** Members that run code when they are read or written: getters, setters and properties. */

import { childOf, type Node } from "../tree/node.ts";
import { isGetter, isSetter } from "./namesIn.ts";
import { type Module, type Target, targetsOf } from "./targets.ts";

/**
 * The function that reading or writing a member runs.
 *
 * @param member `job.line`.
 * @returns `undefined` for a plain field, and where the object is not known.
 */
export function accessorOf(member: Node, module: Module, writes: boolean): Target | undefined {
  const [object] = member.children;
  const isWanted = writes ? isSetter : isGetter;
  // Both may have the name.
  for (const holder of object ? targetsOf(object, module) : [])
    for (const node of (childOf(holder.node, "body") ?? holder.node).children)
      if (isWanted(node) && childOf(node, "name")?.text === member.text) return { kind: "function", node, module: holder.module };
  const [inherited] = targetsOf(member, module);
  return inherited?.kind === "function" && isWanted(inherited.node) ? inherited : undefined;
}
