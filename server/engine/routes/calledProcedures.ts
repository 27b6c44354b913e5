/** Procedures of tRPC and events of a socket that take the id of a record: compared with one another in whose record it is. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import type { RouteDraft } from "./draft.ts";
import type { RouteMatchers } from "./routeWords.ts";
import { isSent, namesOf, sentNames } from "./sentValues.ts";

/** Nodes that are looked at in one handler. */
const most = 2000;

/** Links of the chain that makes a procedure. */
const mostLinks = 20;

const finds = /^(?:find|update|delete|remove|destroy|replace)(?:$|[A-Z])|^(?:findByPk|first|getById)$/;
const changes = /^(?:update|delete|remove|destroy|replace|save|set|insert|increment)(?:$|[A-Z])|Update|Delete|Replace|Remove/;
const isId = /^(?:_?id|uuid|pk)$/;
const sentId = /(?:^|\.)(?:_?id|uuid|\w+I[dD]|\w+_id)$/;

/** @param calls All calls of the file that may concern routes, in source order. */
export function calledProcedures(calls: readonly Node[], words: RouteMatchers): RouteDraft[] {
  return calls.flatMap((call) => {
    const callee = childOf(call, "callee");
    const method = callee && words.methodOf("procedure-ends", callee.text);
    if (callee && method !== undefined) return procedure(call, callee, method, words) ?? [];
    return callee && words.has("listeners", callee.text) ? (event(call, callee, words) ?? []) : [];
  });
}

/** `rename: protectedProcedure.input(schema).mutation(handler)`. What a middleware of its own asks is not known. */
function procedure(call: Node, callee: Node, method: string, words: RouteMatchers): RouteDraft | undefined {
  const [handler] = childrenOf(call, "argument");
  const pair = call.parent;
  const key = pair?.kind === "pair" ? childOf(pair, "key") : undefined;
  if (handler?.kind !== "function" || !key) return undefined;
  let link = childOf(callee, "object");
  const around: Node[] = [];
  for (let left = mostLinks; link?.kind === "call" && left > 0; left--) {
    const inner: Node | undefined = childOf(link, "callee");
    if (inner?.kind !== "member" || inner.text === "use") return undefined;
    around.push(...childrenOf(link, "argument"));
    link = childOf(inner, "object");
  }
  const begin = dottedName(link);
  if (!link || !words.has("procedures", begin)) return undefined;
  if (!readsById(handler, boundInput(handler), words, false)) return undefined;
  return { method, path: key.text, group: begin, span: key, around: [link, ...around], handler, byInput: true };
}

/** What is bound to the input where a procedure takes its argument apart: `({ ctx, input: { id } })`. */
function boundInput(handler: Node): readonly string[] {
  const [parameter] = childrenOf(handler, "parameter");
  const target = parameter && childOf(parameter, "target");
  if (target?.kind !== "object") return [];
  return target.children.flatMap((pair) => {
    const value = childOf(pair, "value");
    return childOf(pair, "key")?.text === "input" && value ? namesOf(value) : [];
  });
}

/** `socket.on("message:delete", handler)` inside of what answers a connection. */
function event(call: Node, callee: Node, words: RouteMatchers): RouteDraft | undefined {
  const [name, handler] = childrenOf(call, "argument");
  const socket = dottedName(childOf(callee, "object"));
  if (name?.kind !== "string" || handler?.kind !== "function" || !words.has("sockets", socket)) return undefined;
  if (!isConnected(call, socket, words)) return undefined;
  const [data] = childrenOf(handler, "parameter");
  const target = data && childOf(data, "target");
  if (!target || !readsById(handler, namesOf(target), words, true)) return undefined;
  const method = calledIn(handler).some(({ text }) => changes.test(text)) ? "ACTION" : "ANY";
  return { method, path: name.text, group: socket, span: name, around: [], handler, byInput: true };
}

function isConnected(call: Node, socket: string, words: RouteMatchers): boolean {
  for (let node = call.parent; node; node = node.parent) {
    const outer = node.kind === "function" && node.role === "argument" ? node.parent : undefined;
    const callee = outer?.kind === "call" ? childOf(outer, "callee") : undefined;
    if (!outer || callee?.kind !== "member" || !words.has("listeners", callee.text)) continue;
    const parameters = childrenOf(node, "parameter").map((parameter) => childOf(parameter, "target")?.text);
    return childrenOf(outer, "argument")[0]?.text === "connection" && parameters[0] === socket;
  }
  return false;
}

/** A record is looked up or changed by an id that was sent. @param awaited Only where it is waited for: other things are kept in memory. */
function readsById(handler: Node, bound: readonly string[], words: RouteMatchers, awaited: boolean): boolean {
  const sent = new Set([...sentNames(handler, words, most), ...bound]);
  const names = (node: Node): boolean => sentId.test(dottedName(node)) && isSent(node, sent, words);
  const takes = (node: Node): boolean => {
    const inner = node.kind === "call" ? childrenOf(node, "argument")[0] : node;
    return inner !== undefined && names(inner);
  };
  return calledIn(handler).some((callee) => {
    const call = callee.parent;
    if (call && !awaited && callee.text === "eq") return comparesId(call, takes);
    if (!call || !finds.test(callee.text) || (awaited && !isAwaited(call))) return false;
    return childrenOf(call, "argument").some(
      (argument) => takes(argument) || pairsIn(argument).some((pair) => isIdPair(pair, takes)),
    );
  });
}

/** Of Drizzle: `eq(notes.id, input.id)`. */
function comparesId(call: Node, takes: (node: Node) => boolean): boolean {
  const [column, value] = childrenOf(call, "argument");
  return column?.kind === "member" && isId.test(column.text) && value !== undefined && takes(value);
}

function isIdPair(pair: Node, takes: (node: Node) => boolean): boolean {
  const [key, value] = [childOf(pair, "key"), childOf(pair, "value")];
  return key !== undefined && value !== undefined && isId.test(key.text) && takes(value);
}

/** In the call's own options: `{ where: { id } }`. */
function pairsIn(argument: Node): readonly Node[] {
  if (argument.kind !== "object") return [];
  return argument.children.flatMap((pair) => {
    const value = childOf(pair, "value");
    const isWhere = childOf(pair, "key")?.text === "where" && value?.kind === "object";
    return isWhere ? value.children : [pair];
  });
}

function isAwaited(call: Node): boolean {
  let node = call;
  // `await Message.findById(id).exec()`.
  while (node.parent?.kind === "member" && node.parent.parent?.kind === "call") node = node.parent.parent;
  return node.role === "body" || node.parent?.kind === "await" || node.parent?.kind === "return";
}

/** What is called by a member's name, and `eq`. */
function calledIn(handler: Node): readonly Node[] {
  const found: Node[] = [];
  const stack = [handler];
  let left = most;
  for (let node = stack.pop(); node && left > 0; node = stack.pop()) {
    left--;
    const callee = node.kind === "call" ? childOf(node, "callee") : undefined;
    if (callee?.kind === "member" || callee?.text === "eq") found.push(callee);
    stack.push(...node.children);
  }
  return found;
}
