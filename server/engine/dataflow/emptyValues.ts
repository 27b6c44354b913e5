/** Values that a condition found to be missing or empty: `if (mode && !allowed.includes(mode)) return;` leaves none that is unknown. */

import { dottedName } from "../findings/enclosing.ts";
import type { Node } from "../tree/node.ts";

/**
 * The value that is missing or empty when `first` of `first && second` or `first || second` came out as `outcome`, if `second` looks at
 * what it is. A condition on the value alone says nothing for long: what follows may fill it.
 */
export function emptyUnlessChecked(first: Node, second: Node, outcome: boolean): Node | undefined {
  const value = emptyWhen(first, outcome);
  const name = value && dottedName(value);
  return name && isChecked(second, name) ? value : undefined;
}

/** `x` that came out false, `!x` that came out true. */
function emptyWhen(condition: Node, outcome: boolean): Node | undefined {
  const denied = deniedBy(condition);
  if (denied) return emptyWhen(denied, !outcome);
  return !outcome && (condition.kind === "name" || condition.kind === "member") ? condition : undefined;
}

/** Whether a condition looks at what the value is (`allowed.includes(x)`, `x in ALLOWED`), not only at whether there is one. */
function isChecked(condition: Node, name: string): boolean {
  const denied = deniedBy(condition);
  if (denied) return isChecked(denied, name);
  const stack = condition.kind === "call" || condition.kind === "binary" ? [...condition.children] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (dottedName(node) === name) return true;
    stack.push(...node.children);
  }
  return false;
}

function deniedBy({ kind, text, children: [operand] }: Node): Node | undefined {
  return kind === "unary" && (text === "!" || text === "not") ? operand : undefined;
}
