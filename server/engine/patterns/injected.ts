/** What a framework hands the constructor of a class: to Semgrep these parameters are fields that have the parameters' types. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";

const handing: ReadonlySet<string> = new Set(["Injectable", "Component"]);

/** @returns The parameter of the constructor of a class around it that has the name, where a decorator of that class says that it is handed in. */
export function injectedParameter({ text, parent }: Node): Node | undefined {
  for (let at = parent; at; at = at.parent) {
    if (at.kind !== "class" || !childrenOf(at, "decorator").some(isHanding)) continue;
    const members = childOf(at, "body")?.children ?? [];
    const made = members.find((member) => member.kind === "function" && childOf(member, "name")?.text === "constructor");
    const found = made && childrenOf(made, "parameter").find((parameter) => childOf(parameter, "target")?.text === text);
    if (found) return found;
  }
  return undefined;
}

function isHanding({ children: [value] }: Node): boolean {
  const name = value?.kind === "call" ? value.children[0] : value;
  return name?.kind === "name" && handing.has(name.text);
}
