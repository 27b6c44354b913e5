/** Finds who asks whose an object is where the handler leaves that to a function of its file. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { checksIn } from "./checksIn.ts";
import { guardOf } from "./guardWords.ts";
import type { FunctionNamed } from "./refusing.ts";
import type { RouteMatchers } from "./routeWords.ts";

/** Nodes that are looked at in one function. */
const most = 2000;

/** Functions that are looked into for one handler. */
const mostCalled = 12;

const turnsAway =
  /(?:^|\.)(?:abort|notFound|not_found|forbidden|get_object_or_404|get_or_404|first_or_404|one_or_404|[a-z_]+_or_404)$/i;

/** @returns The name of the function that the handler hands something to, that knows the owner, and that ends the request where it is another. */
export function ownerAskedBy(handler: Node, functionNamed: FunctionNamed, words: RouteMatchers): string | undefined {
  const body = childOf(handler, "body");
  const names = new Set<string>();
  each(body, (node) => {
    const callee = node.kind === "call" && childrenOf(node, "argument").length > 0 ? childOf(node, "callee") : undefined;
    const name = dottedName(callee);
    if (name !== "" && names.size < mostCalled) names.add(name);
    return false;
  });
  return [...names].find((name) => {
    const asked = functionNamed(name);
    if (!asked || asked === handler) return false;
    return guardOf("owner", checksIn([asked], words).beyondNew, words) !== undefined && mayRefuse(asked);
  });
}

function mayRefuse(asked: Node): boolean {
  return each(
    asked,
    ({ kind, text }) =>
      kind === "throw" ||
      (kind === "number" && /^40[34]$/.test(text)) ||
      ((kind === "name" || kind === "member") && turnsAway.test(text)),
  );
}

function each(top: Node | undefined, test: (node: Node) => boolean): boolean {
  const stack = top ? [top] : [];
  let left = most;
  for (let node = stack.pop(); node && left > 0; node = stack.pop()) {
    left--;
    if (test(node)) return true;
    stack.push(...node.children);
  }
  return false;
}
