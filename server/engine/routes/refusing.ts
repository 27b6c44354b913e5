/** Tells what refuses a caller by its body: FastAPI dependencies of the file, and handlers that check a signature. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { checksIn } from "./checksIn.ts";
import type { RouteDraft } from "./draft.ts";
import { guardOf } from "./guardWords.ts";
import type { RouteMatchers } from "./routeWords.ts";

/** Nodes that are looked at in one function. */
const most = 2000;

/** Dependencies of dependencies that are followed. */
const mostNames = 40;

/** Answers that say who is calling is not known, or may not do this. */
const refusal = /^40[13]$/;

/** What came was not signed as it should be: many answer that with 400. */
const badSignature = /^40[013]$/;

/** A function of the file, or a method of the handler's class, by the name under which it is called. */
export type FunctionNamed = (name: string) => Node | undefined;

/** Functions that are looked into for one check of a signature. */
const mostFollowed = 12;

const equality = /^[!=]==?$/;

/** @param checked Names that are called or asked. @returns Whether somebody else than a user calls this, and has to sign the call. */
export function isSignedCall(
  { handler, around }: Pick<RouteDraft, "handler" | "around">,
  checked: readonly string[],
  functionNamed: FunctionNamed,
  words: RouteMatchers,
): boolean {
  const refuses = (): boolean =>
    handler === undefined ||
    [handler, ...around].some((node) => node.kind === "function" && answersWith(node, badSignature, words));
  if (checked.some((name) => words.has("signature-checks", name))) return refuses();
  return checked.some((name) => checksSignature(name, functionNamed, words)) && refuses();
}

/** A function of the file, whatever it is called, that makes a signature with a key and compares it with another. */
function checksSignature(name: string, functionNamed: FunctionNamed, words: RouteMatchers): boolean {
  const names = new Set([name]);
  let [makes, compares] = [false, false];
  for (const next of names) {
    const body = names.size > mostFollowed ? undefined : functionNamed(next);
    if (!body) continue;
    const { authorization: called, owner: named } = checksIn([body], words);
    makes ||= named.some((one) => words.has("signature-makers", one));
    compares ||= called.some((one) => words.has("signature-checks", one)) || hasEquality(body);
    if (makes && compares) return true;
    for (const one of called) names.add(one);
  }
  return false;
}

function hasEquality(top: Node): boolean {
  const stack = [top];
  let left = most;
  for (let node = stack.pop(); node && left > 0; node = stack.pop()) {
    left--;
    if (node.kind === "binary" && equality.test(node.text)) return true;
    stack.push(...node.children);
  }
  return false;
}

/**
 * @param around Parameters, decorators and arguments of the router.
 * @returns Names of the file's dependencies that ask who is calling or turn callers away, in the order in which they are reached.
 */
export function refusingDependencies(
  around: readonly Node[],
  declared: ReadonlyMap<string, Node>,
  words: RouteMatchers,
): readonly string[] {
  const found: string[] = [];
  const direct = dependenciesIn(around);
  const names = new Set([...direct.asked, ...direct.types]);
  for (const name of names) {
    const value = declared.get(name);
    if (!value || names.size > mostNames) continue;
    const isFunction = value.kind === "function";
    if (isFunction && answersWith(value, refusal, words)) found.push(name);
    // What an alias stands for, and what the dependency depends on itself.
    const { asked, types } = dependenciesIn(isFunction ? childrenOf(value, "parameter") : [value]);
    const isAskedFor = isFunction && types.some((one) => words.has("caller-types", one));
    if (isAskedFor && !found.includes(name)) found.push(name);
    const who = asked.find((one) => guardOf("authorization", [one], words) !== undefined);
    if (who !== undefined) found.push(isFunction ? name : who);
    for (const other of [...asked, ...types]) names.add(other);
  }
  return found;
}

/** What `Depends(...)` and `Security(...)` name, also in a type; types that may be aliases of such. */
function dependenciesIn(nodes: readonly Node[]): { readonly asked: readonly string[]; readonly types: readonly string[] } {
  const [asked, types]: [string[], string[]] = [[], []];
  const stack = [...nodes];
  let left = most;
  for (let node = stack.pop(); node && left > 0; node = stack.pop()) {
    left--;
    if (node.kind === "name" && node.role === "type") types.push(node.text);
    if (node.kind === "call" && /(?:^|\.)(?:Depends|Security)$/.test(dottedName(childOf(node, "callee")))) {
      const [given] = childrenOf(node, "argument");
      const name = dottedName(given?.kind === "call" ? childOf(given, "callee") : given);
      if (name !== "") asked.push(name);
    }
    stack.push(...node.children);
  }
  return { asked, types };
}

function answersWith(top: Node, status: RegExp, words: RouteMatchers): boolean {
  const stack = [top];
  let left = most;
  for (let node = stack.pop(); node && left > 0; node = stack.pop()) {
    left--;
    if (node.kind === "number" && status.test(node.text)) return true;
    if ((node.kind === "name" || node.kind === "member") && words.has("denials", node.text)) return true;
    // An error that is caught here turns nobody away.
    stack.push(...node.children.filter(({ role }) => role !== "type"));
  }
  return false;
}
