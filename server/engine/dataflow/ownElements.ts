/** Elements of what belongs to the program: of its constants, and of the session that it keeps for a visitor. */

import { dottedName } from "../findings/enclosing.ts";
import type { Node } from "../tree/node.ts";

/** `ALLOWED["user"]`, `session.get("accounts", [])`. */
export function isOwnElement(node: Node): boolean {
  const [first] = node.children;
  const isAsked = node.kind === "call" && first?.kind === "member" && first.text === "get";
  const holder = node.kind === "index" ? first : isAsked ? first.children[0] : undefined;
  return /^(?:(?:\w+\.)?session|(?:\w+\.)?[A-Z][A-Z0-9_]+)$/.test(dottedName(holder));
}
