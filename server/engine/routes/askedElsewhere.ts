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
    return asked !== undefined && asked !== handler && asksForOwner(asked, words) && mayRefuse(asked);
  });
}

/** Whether a function compares an owner, looks something up by one, or calls what is named after that; a user that it only mentions decides nothing. */
function asksForOwner(asked: Node, words: RouteMatchers): boolean {
  const isOwner = (node: Node): boolean => guardOf("owner", checksIn([node], words).beyondNew, words) !== undefined;
  return each(asked, (node) => {
    if (node.kind === "binary")
      return comparison.test(node.text) && node.children.every(isKnown) && node.children.some(isOwner) && decides(node);
    if (node.kind !== "call") return false;
    const callee = childOf(node, "callee");
    if (guardOf("owner", [lastPart(dottedName(callee))], words) !== undefined) return true;
    return !isAside(node) && looksUp(node, isOwner);
  });
}

const comparison = /^(?:[=!]==?|(?:not )?in|is(?: not)?)$/;

/** Whether there is a user at all is no question of whose something is. */
function isKnown({ kind, text }: Node): boolean {
  return !/^(?:null|string|number|boolean|unary)$/.test(kind) && text !== "undefined";
}

/** Whether something is refused or given back by what was compared. */
function decides(compared: Node): boolean {
  let at = compared;
  while (at.parent && /^(?:binary|unary|not|group|parenthesized)$/.test(at.parent.kind)) at = at.parent;
  const { parent } = at;
  if (!parent || parent.kind === "return") return false;
  if (parent.kind === "declare" || parent.kind === "assign") {
    const name = childOf(parent, "target")?.text ?? "";
    const block = parent.parent;
    return (
      name !== "" &&
      each(
        block,
        (node) =>
          node.kind === "branch" && each(childOf(node, "condition"), ({ kind, text }) => kind === "name" && text === name),
      )
    );
  }
  if (parent.kind === "branch") return at.role === "condition" && each(parent, ({ kind }) => ends.test(kind) || kind === "call");
  return at.role === "condition" || parent.kind === "assert" || parent.kind === "call";
}

const ends = /^(?:return|throw)$/;

/** A log, a new record, the text of an error, and what is called without regard to what it gives back. */
function isAside(call: Node): boolean {
  for (let at: Node | undefined = call; at && at.kind !== "function"; at = at.parent) {
    if (at.kind === "throw") return true;
    if ((at.kind === "call" || at.kind === "new") && writes.test(dottedName(childOf(at, "callee")))) return true;
  }
  const around = call.parent?.kind === "await" ? call.parent : call;
  return around.parent?.kind === "block" && !asks.test(lastPart(dottedName(childOf(call, "callee"))));
}

/** Gives nothing back, and ends what goes on. */
const asks = /^(?:assert|check|ensure|verify|require|authorize|enforce|guard|demand|can|may|allow|deny|access|throw|refuse)/i;

const writes =
  /(?:^|[._])(?:log(?:ger|ging)?|console|audit|track|trace|metrics?|analytics|sentry|emit|publish|notify|cache|create|createMany|insert|insertOne|insertMany|values|push|add)(?:$|\.\w+$)/i;

/** `{ where: { id, userId } }`, `id=pk, owner=request.user`, `.where("user_id", me)`, `find(id, req.user.id)`, `request.user.orders.get(id)`. */
function looksUp(call: Node, isOwner: (node: Node) => boolean): boolean {
  const [callee, given] = [childOf(call, "callee"), childrenOf(call, "argument")];
  if (given.length === 0) return false;
  if (callee?.kind === "member" && isOwner(callee)) return true;
  return given.some((one) => {
    if (!isOwner(one)) return false;
    if (given.length > 1 || isChained(call)) return true;
    return each(one, ({ kind, children }) => /^(?:object|array)$/.test(kind) && children.length > 1 && children.some(isOwner));
  });
}

/** Whether another call of the same query asks for something too. */
function isChained(call: Node): boolean {
  const before = childOf(childOf(call, "callee") ?? call, "object");
  if (before?.kind === "call" && childrenOf(before, "argument").length > 0) return true;
  const after = call.parent?.kind === "member" ? call.parent.parent : call.parent;
  return after?.kind === "call" && childrenOf(after, "argument").length > 0;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
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
