/** Addresses that were parsed: which text a variable with the parts of one was made of. */

import { dottedName } from "../findings/enclosing.ts";
import { heldBy, latestWrite } from "../patterns/constants.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import type { Run } from "./run.ts";

/**
 * The text that `new URL(text)` or `urlsplit(text)` was made of, where a variable holds that or a part of it: what a rule says of the one
 * it says of the other.
 */
export function addressBehind(run: Run, node: Node): Node | undefined {
  if (node.kind !== "name") return undefined;
  const written = latestWrite(node, factsOf(run.module.context).definitions)?.node;
  let at = written;
  while (at && at.kind !== "declare" && at.kind !== "assign")
    at = at.kind === "pair" || at.kind === "object" || at === written ? at.parent : undefined;
  let made = at && childOf(at, "value");
  if (made?.kind === "binary" && (made.text === "or" || made.text === "??")) [made] = made.children;
  if (made?.kind === "member") [made] = made.children;
  const callee = made && childOf(made, "callee");
  if (!made || !callee || !isAddressParser(run, made, callee)) return undefined;
  let [address] = childrenOf(made, "argument");
  // What it is relative to is the program's own.
  if (address?.kind === "call" && isNamed(run, childOf(address, "callee"), "urllib.parse.urljoin"))
    address = childrenOf(address, "argument")[1];
  return address && readAgain.test(address.kind) ? address : undefined;
}

/** What may read the same a second time; whether it does is told where it is forgotten. */
const readAgain = /^(?:name|member|index|call)$/;

const parsers = new Set(["urllib.parse.urlparse", "urllib.parse.urlsplit", "url.parse", "node:url.parse", "URL.parse"]);

function isAddressParser(run: Run, made: Node, callee: Node): boolean {
  if (made.kind === "new") return callee.text === "URL";
  return parsers.has(run.resolveName(callee) ?? dottedName(callee));
}

function isNamed(run: Run, callee: Node | undefined, name: string): boolean {
  return callee !== undefined && run.resolveName(callee) === name;
}

/** `new URL(text).protocol`, `url.port`: letters and digits, whatever the text was. */
export function isPlainPart(run: Run, { text, children: [object] }: Node): boolean {
  if ((text !== "protocol" && text !== "port") || !object || !run.dialect.keysAreFields) return false;
  const made = heldBy(object, factsOf(run.module.context).definitions);
  return made?.kind === "new" && childOf(made, "callee")?.text === "URL";
}
