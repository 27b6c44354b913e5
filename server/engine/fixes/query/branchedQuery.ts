/** Queries that are put together in branches, or joined of a list of conditions: their values go into a list that grows with the text. Pure. */

import { childOf, childrenOf, type Node, type Tree } from "../../tree/node.ts";
import type { FixContext } from "../fix.ts";
import { enclosing, namesIn } from "./queryBuild.ts";
import { queryParts, type Refused } from "./queryParts.ts";

/** An expression with values that becomes a part of the query. */
export interface Site {
  readonly node: Node;
  /** What it is part of: `sql += ...`, `where.push(...)`. */
  readonly statement: Node;
}

export interface GrowingQuery {
  /** In the order of the text, which is the order in which they run. */
  readonly sites: readonly Site[];
  /** The first statement that a part of the query begins with; the list is made before it. */
  readonly first: Node;
  readonly scope: Node;
  /** Constant texts between them. */
  readonly texts: readonly string[];
}

interface Following {
  readonly context: FixContext;
  readonly scope: Node;
  readonly query: Node;
  /** The statements among which the query runs. */
  readonly list: Node;
  readonly sites: (Site & { readonly variable: string })[];
  readonly texts: string[];
  readonly firsts: Node[];
  readonly known: Set<string>;
}

const branches = "the query is put together in branches in a way that cannot be followed";
/** Its values would be handed over all the same. */
const maybe = "a part of the query is built before it is clear that the query uses it exactly once";

/** @returns `undefined` where the query is not put together so. */
export function growingQuery(query: Node, call: Node, context: FixContext): GrowingQuery | Refused | undefined {
  const scope = enclosing(call, ({ kind }) => kind === "function" || kind === "file");
  const statement = enclosing(call, ({ role }) => role === "statement");
  const list = statement?.parent;
  if (!scope || !statement || !list) return undefined;
  const state: Following = { context, scope, query, list, sites: [], texts: [], firsts: [], known: new Set() };
  const refused = follow(query, statement, "", state);
  if (refused !== undefined) return state.firsts.length > 0 ? { refused } : undefined;
  const first = [...state.firsts].sort((a, b) => a.start - b.start)[0];
  if (!first || state.sites.length === 0) return undefined;
  if (!inOrder(state.sites, scope))
    return { refused: "the order in which the parts of the query are put together cannot be told" };
  return { sites: state.sites, first, scope, texts: state.texts };
}

/** @param variable That the expression is put into; "" for the query itself. @returns Why it cannot be followed. */
function follow(node: Node, statement: Node, variable: string, state: Following): string | undefined {
  if (node.kind === "conditional") {
    const sides = [childOf(node, "then"), childOf(node, "else")];
    const before = state.sites.length;
    for (const side of sides) {
      const refused = side && follow(side, statement, variable, state);
      if (refused !== undefined) return refused;
    }
    return state.sites.slice(before).some((site) => site.statement === statement) ? branches : undefined;
  }
  const parts = queryParts(node, state.context.text, "markup");
  if ("refused" in parts) return parts.refused;
  let hasFragment = false;
  let hasValue = false;
  let before = "";
  for (const part of parts) {
    if (part.kind === "text") {
      before += part.text;
      continue;
    }
    const isQuoted = (before.match(/'/g)?.length ?? 0) % 2 === 1;
    const fragment = isQuoted || part.settled ? undefined : fragmentOf(part.node, statement, state);
    if (fragment === undefined) hasValue = true;
    else {
      hasFragment = true;
      const refused = fragment();
      if (refused !== undefined) return refused;
    }
  }
  if (hasValue && hasFragment) return "a part of the query has a value beside a part that is put together elsewhere";
  if (hasValue) {
    if (variable === "") return branches;
    state.sites.push({ node, statement, variable });
  } else state.texts.push(before);
  return undefined;
}

/** How to follow a part that is more than a value; `undefined` for a value. */
function fragmentOf(node: Node, statement: Node, state: Following): (() => string | undefined) | undefined {
  if (node.kind === "conditional") return isText(node) ? () => follow(node, statement, "", state) : undefined;
  const joined = joinedList(node);
  if (joined) return () => followList(joined, state);
  if (node.kind !== "name") return undefined;
  const assigned = namesIn(state.scope, node.text).flatMap(({ parent, role }) =>
    role === "target" && parent ? [childOf(parent, "value")] : [],
  );
  return assigned.some((value) => value && isText(value)) ? () => followText(node, state) : undefined;
}

/** Text of the program begins it, or it may be that. */
function isText(node: Node): boolean {
  if (node.kind === "string") return true;
  if (joinedList(node)) return true;
  if (node.kind === "conditional") return [childOf(node, "then"), childOf(node, "else")].some((side) => side && isText(side));
  const [first] = node.children;
  if (node.kind === "template") return first?.kind === "stringPart";
  return node.kind === "binary" && first !== undefined && isText(first);
}

/** The list of `list.join(" AND ")` and of `" AND ".join(list)`. */
function joinedList(node: Node): Node | undefined {
  const callee = node.kind === "call" ? childOf(node, "callee") : undefined;
  const [argument] = childrenOf(node, "argument");
  const object = callee?.kind === "member" && callee.text === "join" ? childOf(callee, "object") : undefined;
  const [list, between] = object?.kind === "string" ? [argument, object] : [object, argument];
  return list?.kind === "name" && between?.kind === "string" ? list : undefined;
}

/** A variable that is given text with `=` once, and more with `+=`. */
function followText(use: Node, state: Following): string | undefined {
  const { text } = use;
  if (state.known.has(text)) return `${text} is used for something else too`;
  state.known.add(text);
  const uses = namesIn(state.scope, text);
  const given = uses.filter(({ role, parent }) => role === "target" && (parent?.kind === "declare" || parent?.kind === "assign"));
  if (uses.some((one) => one !== use && !given.includes(one) && one.role !== "condition"))
    return `${text} is used for something else too`;
  const [first, ...later] = given.map(({ parent }) => parent);
  if (first?.parent !== state.list || first.start > use.start) return branches;
  if (!(first.kind === "declare" || first.text === "=") || later.some((one) => one?.text !== "+=")) return branches;
  state.firsts.push(first);
  if (!isCertain(use, 0, state)) return maybe;
  for (const one of [first, ...later]) {
    const value = one && childOf(one, "value");
    if (!one || !value || one.role !== "statement" || !runsHere(one, state) || one.start > use.start) return branches;
    const refused = follow(value, one, text, state);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** A list that begins with texts, and is given more one by one. */
function followList(use: Node, state: Following): string | undefined {
  const { text } = use;
  const other = `${text} is used for something else too`;
  if (state.known.has(text)) return other;
  state.known.add(text);
  let first: Node | undefined;
  for (const one of namesIn(state.scope, text)) {
    if (one === use || isAsked(one)) continue;
    const { parent, role } = one;
    if (role === "target" && parent && !first && (parent.kind === "declare" || parent.text === "=")) {
      const value = childOf(parent, "value");
      if (parent.parent !== state.list || value?.kind !== "array" || value.children.some(({ kind }) => kind !== "string"))
        return branches;
      state.texts.push(...value.children.map((child) => child.text));
      first = parent;
      state.firsts.push(first);
      if (!isCertain(use, value.children.length, state)) return maybe;
      continue;
    }
    const call = parent?.kind === "member" && /^(?:push|append)$/.test(parent.text) ? parent.parent : undefined;
    const [added, ...more] = call ? childrenOf(call, "argument") : [];
    if (call?.role !== "statement" || !added || more.length > 0) return other;
    if (!first || !runsHere(call, state) || call.start > use.start) return branches;
    const refused = follow(added, call, text, state);
    if (refused !== undefined) return refused;
  }
  return first ? undefined : branches;
}

const logical = /^(?:and|or|&&|\|\||\?\?)$/;
const deciding = new Set<Node["kind"]>([
  "branch",
  "case",
  "catch",
  "class",
  "comprehension",
  "function",
  "loop",
  "other",
  "switch",
  "try",
  "with",
]);

/**
 * Whether the query has the part wherever it runs, and once. It may be left out where it is asked for and is empty.
 *
 * @param count How many constant texts the list begins with.
 */
function isCertain(use: Node, count: number, { query, list }: Following): boolean {
  for (let at = use; at !== query && at.parent !== list; ) {
    const { parent, role } = at;
    if (!parent) return false;
    if ((parent.kind === "conditional" || parent.kind === "branch") && role === "then") {
      if (!asksForMore(childOf(parent, "condition"), use.text, count)) return false;
    } else if (role === "statement" && !(parent.kind === "block" && parent.role === "then")) return false;
    else if (deciding.has(parent.kind) || parent.kind === "conditional") return false;
    else if (parent.kind === "binary" && logical.test(parent.text)) return false;
    at = parent;
  }
  return true;
}

/** `text`, `where.length`, `where.length > 0`, `len(where) > 1` where it begins with one. */
function asksForMore(condition: Node | undefined, name: string, count: number): boolean {
  if (condition?.kind === "name") return condition.text === name;
  const [asked, limit] = condition?.kind === "binary" ? condition.children : [condition];
  const of = asked?.kind === "member" && asked.text === "length" ? childOf(asked, "object") : undefined;
  const [inside] = asked?.kind === "call" && childOf(asked, "callee")?.text === "len" ? childrenOf(asked, "argument") : [];
  if ((of ?? inside)?.kind !== "name" || (of ?? inside)?.text !== name) return false;
  if (condition === asked) return true;
  if (limit?.kind !== "number") return false;
  return /^!==?$/.test(condition?.text ?? "") ? limit.text === "0" : condition?.text === ">" && Number(limit.text) <= count;
}

/** Whether there is something in it: `if (where.length)`, `if where:`, `len(where) > 0`. */
function isAsked(use: Node): boolean {
  const { parent, role } = use;
  if (role === "condition") return true;
  if (parent?.kind === "member" && parent.text === "length") return parent.role !== "target" && parent.parent?.kind !== "update";
  return parent?.kind === "call" && role === "argument" && childOf(parent, "callee")?.text === "len";
}

/** In the same function as the query, and in no other part of it than a branch or a loop. */
function runsHere(statement: Node, { list }: Following): boolean {
  for (let at: Node | undefined = statement; at && at.parent !== list; at = at.parent)
    if (at.kind === "function" || at.kind === "class" || at.kind === "comprehension") return false;
  return true;
}

/** What a loop adds to is one variable; else the parts stand in the source as they stand in the query. */
function inOrder(sites: readonly (Site & { readonly variable: string })[], scope: Node): boolean {
  const loops = new Map<Node, string>();
  return sites.every(({ statement, variable }, index) => {
    if (statement.start < (sites[index - 1]?.statement.start ?? 0)) return false;
    for (let at = statement.parent; at && at !== scope; at = at.parent) {
      if (at.kind !== "loop") continue;
      if ((loops.get(at) ?? variable) !== variable) return false;
      loops.set(at, variable);
    }
    return true;
  });
}

/** The name that the list of values gets. */
export function listName(scope: Node, isTaken: (name: string, within: Node) => boolean): string {
  for (const name of ["params", "values", "queryParams"]) if (!isTaken(name, scope)) return name;
  let next = 2;
  while (isTaken(`params${next}`, scope)) next++;
  return `params${next}`;
}

/** How a line before the statement is put in; a statement alone behind a condition gets braces. */
export function linesBefore(
  statement: Node,
  lines: readonly string[],
  { text, language }: Tree,
  unit: string,
): readonly { readonly at: number; readonly text: string }[] | Refused {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const keyword = /(?:const|let|var)\s+$/.exec(text.slice(Math.max(0, statement.start - 12), statement.start))?.[0] ?? "";
  const start = statement.start - keyword.length;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
  const isFirst = lineStart + indent.length === start;
  const block = statement.parent;
  const isBare = language !== "python" && block?.kind === "block" && block.type === "";
  const rest = /^[ \t]*;?/.exec(text.slice(statement.end))?.[0] ?? "";
  const end = statement.end + rest.trimEnd().length;
  if (!isBare)
    return isFirst
      ? [{ at: start, text: lines.map((line) => line + newline + indent).join("") }]
      : { refused: "a part of the query shares its line with other code" };
  if (!/^[ \t]*(?:\/\/[^\n]*)?(?:\r?\n|$)/.test(text.slice(end)))
    return { refused: "a part of the query shares its line with other code" };
  if (isFirst) return { refused: "a part of the query stands behind a condition without braces" };
  const inner = newline + indent + unit;
  return [
    { at: start, text: `{${lines.map((line) => inner + line).join("")}${inner}` },
    { at: end, text: `${newline}${indent}}` },
  ];
}
