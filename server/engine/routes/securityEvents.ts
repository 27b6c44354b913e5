/** Tells which security events a route decides, and whether it logs them. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { RouteDraft } from "./draft.ts";
import { namesIn } from "./namesIn.ts";
import type { Route, SecurityEvent } from "./route.ts";
import type { RouteMatchers } from "./routeWords.ts";

/** Nodes that are looked at in one handler. */
const mostNodes = 4000;

/** Calls that may log under a name that no model has: whoever makes one is not said to log nothing. */
const mayLog =
  /log(?!_?(?:in|out|ged))|audit|track|record|report|emit|notif|event|alert|sentry|capture|^(?:warn|warning|error|info|critical|notice|print)$/i;

/** The same of what stands around a handler. */
const logsAround = /(?:^|[._])(?:\w*audit|log(?!_?(?:in|out|ged)))/i;

const writes = /^(?:POST|PUT|PATCH|DELETE|ACTION|ANY)$/;

interface Seen {
  readonly logs: readonly { readonly node: Node; readonly name: string }[];
  /** Answers that turn somebody away. `signIn`: because nobody is signed in. */
  readonly denials: readonly { readonly node: Node; readonly signIn: boolean }[];
  readonly changesPassword: boolean;
  readonly changesRole: boolean;
  readonly mayLog: boolean;
}

/** @returns By event the name of the call that logs it, empty where nothing does; absent where there is no such event, or that cannot be told. */
export function eventsOf({ handler, method, path, around }: RouteDraft, words: RouteMatchers): Route["events"] {
  if (!handler || !writes.test(method === "GET" ? "ANY" : method)) return {};
  const seen = seenIn(handler, words);
  const events: Partial<Record<SecurityEvent, string>> = {};
  const note = (event: SecurityEvent, log: string | undefined): void => {
    if (log !== undefined) events[event] = log;
    else if (!seen.mayLog && !namesIn(around).some((name) => logsAround.test(name))) events[event] = "";
  };
  const isSignIn = method !== "GET" && words.has("sign-in-paths", path);
  const denials = seen.denials.filter(({ signIn }) => isSignIn || !signIn);
  if (denials.length > 0) note(isSignIn ? "failed sign-in" : "denied access", logBeside(denials, seen, handler));
  if (isSignIn || method === "GET") return events;
  // What creates an account sets a password and a role too.
  const replaces = /^(?:PUT|PATCH)$/.test(method);
  const log = seen.logs.find(({ node }) => !isInCatch(node, handler))?.name;
  if (seen.changesPassword && (replaces || /passw|pwd|reset/i.test(path))) note("password change", log);
  if (seen.changesRole && (replaces || /role|admin|permission|grant|promot/i.test(path))) note("role change", log);
  return events;
}

/** The log that stands in the same branch as a denial. */
function logBeside(denials: Seen["denials"], { logs }: Seen, handler: Node): string | undefined {
  for (const { node } of denials) {
    const branch = branchOf(node, handler);
    const log = logs.find((one) => one.node.start >= branch.start && one.node.end <= branch.end);
    if (log) return log.name;
  }
  return undefined;
}

function branchOf(node: Node, handler: Node): Node {
  for (let at = node.parent; at && at !== handler; at = at.parent) if (at.kind === "block" || at.kind === "case") return at;
  return handler;
}

function isInCatch(node: Node, handler: Node): boolean {
  for (let at = node.parent; at && at !== handler; at = at.parent) if (at.kind === "catch") return true;
  return false;
}

/** A handler goes over into the tree after an edit elsewhere. */
const known = new Notes<Node, { readonly words: RouteMatchers; readonly seen: Seen }>();

function seenIn(handler: Node, words: RouteMatchers): Seen {
  const before = known.get(handler);
  if (before?.words === words) return before.seen;
  const seen = look(handler, words);
  known.set(handler, { words, seen });
  return seen;
}

function look(handler: Node, words: RouteMatchers): Seen {
  const logs: Seen["logs"][number][] = [];
  const denials: Seen["denials"][number][] = [];
  let [changesPassword, changesRole, logsSomehow] = [false, false, false];
  const noteChange = (name: string): void => {
    changesPassword ||= words.has("password-changes", name);
    changesRole ||= words.has("role-changes", name);
  };
  const stack = [...handler.children];
  let left = mostNodes;
  for (let node = stack.pop(); node && left > 0; node = stack.pop()) {
    left--;
    // An error that is caught here, or compared with, turns nobody away.
    if (node.role === "type" || node.kind === "binary") continue;
    const name = node.kind === "call" || node.kind === "new" ? calledName(node) : "";
    if (name !== "") {
      if (words.has("security-logs", name)) logs.push({ node, name });
      else logsSomehow ||= mayLog.test(name.slice(name.lastIndexOf(".") + 1)) || /(?:^|\.)log(?:ger)?\./i.test(name);
      noteChange(name);
    }
    if (node.kind === "number" && /^40[13]$/.test(node.text)) denials.push({ node, signIn: node.text === "401" });
    const plain = node.kind === "name" || node.kind === "member" ? node.text : "";
    if (plain !== "" && words.has("denials", plain))
      denials.push({ node, signIn: /401|unauth|not_?auth|credential/i.test(plain) });
    if (node.kind === "assign") noteChange(`.${childOf(node, "target")?.text ?? ""}`);
    if (isUpdate(node, name)) for (const key of keysIn(node)) noteChange(`.${key}`);
    stack.push(...node.children);
  }
  return { logs, denials, changesPassword, changesRole, mayLog: logs.length > 0 || logsSomehow };
}

/** With the name of a method alone where its object is no name. */
function calledName(call: Node): string {
  const callee = childOf(call, "callee");
  return dottedName(callee) || (callee?.kind === "member" ? callee.text : "");
}

function isUpdate({ kind }: Node, name: string): boolean {
  return kind === "call" && /(?:update|upsert|modify|set)\w*$/i.test(name);
}

/** Keys of the objects that a call is given, one in the other. */
function keysIn(call: Node): string[] {
  const keys: string[] = [];
  const stack = call.children.filter(({ role }) => role === "argument");
  for (let node = stack.pop(); node && keys.length < 40; node = stack.pop()) {
    if (node.kind === "keywordArgument") keys.push(node.text);
    if (node.kind === "pair") keys.push(childOf(node, "key")?.text ?? "");
    if (node.kind === "object" || node.kind === "pair") stack.push(...node.children);
  }
  return keys;
}
