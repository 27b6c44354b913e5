/** Collects the routes of a file, and what it puts before the routes of others. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { indexLines } from "../tree/lineIndex.ts";
import type { Node, Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { calledProcedures } from "./calledProcedures.ts";
import { calledRoutes, letsAllThrough, mayConcernRoutes } from "./calledRoutes.ts";
import { declaredRoutes } from "./declaredRoutes.ts";
import { finishRoute } from "./draft.ts";
import { guardOf } from "./guardWords.ts";
import { declarationsOf, namesIn } from "./namesIn.ts";
import type { FileRoutes, GuardKind } from "./route.ts";
import { matchersOf, type RouteMatchers, type RouteWords } from "./routeWords.ts";

/** Calls and other nodes that are looked at in one file. */
const mostNodes = 400_000;

const known = new Notes<Tree, { readonly words: RouteWords; readonly routes: FileRoutes }>();

/** @param path Relative, with `/`. @returns Routes in the order in which they stand; the same object for the same tree. */
export function collectRoutes(path: string, tree: Tree, words: RouteWords): FileRoutes {
  const before = known.get(tree);
  if (before?.words === words) return before.routes;
  const matchers = matchersOf(words);
  const routes = matchers.mayDeclare(tree.text) ? collect(path, tree, matchers) : { path, routes: [], mounts: [], global: [] };
  known.set(tree, { words, routes });
  return routes;
}

function collect(path: string, tree: Tree, words: RouteMatchers): FileRoutes {
  const calls = callsIn(tree.root, words);
  const { drafts, mounts } = calledRoutes(tree.root, calls, words);
  const lines = indexLines(tree.text);
  let known: ReadonlyMap<string, Node> | undefined;
  const declared = (): ReadonlyMap<string, Node> => {
    known ??= declarationsOf(tree.root);
    return known;
  };
  const all = [
    ...drafts,
    ...calledProcedures(calls, words),
    ...declaredRoutes({ path, text: tree.text, root: tree.root }, words),
  ];
  const routes = all.sort((a, b) => a.span.start - b.span.start).map((draft) => finishRoute(draft, lines, words, declared));
  const starts = words.has("starts", tree.text) ? { starts: true as const } : {};
  const asks = calls.some(asksByDefault) ? { asksByDefault: true as const } : {};
  return { path, routes, mounts, global: globalGuards(tree, calls, words), ...asks, ...starts };
}

/** Those that may have to do with routes, in source order. */
function callsIn(root: Node, words: RouteMatchers): readonly Node[] {
  const calls: Node[] = [];
  let left = mostNodes;
  for (const statement of root.children) {
    if (left <= 0) break;
    let known = callsByStatement.get(statement);
    if (known?.words !== words) {
      known = callsOf(statement, left, words);
      callsByStatement.set(statement, known);
    }
    left -= known.nodes;
    for (const call of known.calls) calls.push(call);
  }
  return calls;
}

interface StatementCalls {
  readonly words: RouteMatchers;
  readonly calls: readonly Node[];
  /** Nodes that were looked at. */
  readonly nodes: number;
}

/** A statement goes over into the tree after an edit elsewhere. */
const callsByStatement = new Notes<Node, StatementCalls>();

function callsOf(statement: Node, most: number, words: RouteMatchers): StatementCalls {
  const calls: Node[] = [];
  const stack: Node[] = [statement];
  let left = most;
  for (let node = stack.pop(); node && left > 0; node = stack.pop()) {
    left--;
    if (node.kind === "call" && (mayConcernRoutes(node, words) || isGlobalGuard(node) || asksByDefault(node))) calls.push(node);
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child) stack.push(child);
    }
  }
  // A chain's inner calls come after the outer one, and begin at the same place.
  return { words, calls: calls.sort((a, b) => a.start - b.start || b.end - a.end), nodes: most - left };
}

/** Nest's `APP_GUARD` and `useGlobalGuards`, and the middleware of Django's settings. */
function globalGuards(tree: Tree, calls: readonly Node[], words: RouteMatchers): GuardKind[] {
  if (tree.text.includes("APP_GUARD")) return guardsNamed(tree.text.match(/useClass:\s*\w+/g) ?? [], words);
  const found = calls.filter(isGlobalGuard);
  return found.length > 0 ? guardsNamed(namesIn(found), words) : [];
}

function isGlobalGuard({ children: [callee] }: Node): boolean {
  return callee?.kind === "member" && callee.text === "useGlobalGuards";
}

/** Hapi's `server.auth.default("jwt")`. */
function asksByDefault({ kind, children: [callee, asked] }: Node): boolean {
  if (kind !== "call" || callee?.kind !== "member" || callee.text !== "default") return false;
  return /(?:^|\.)auth\.default$/.test(dottedName(callee)) && !(asked && letsAllThrough(asked));
}

function guardsNamed(names: readonly string[], words: RouteMatchers): GuardKind[] {
  const kinds: GuardKind[] = guardOf("rate limit", names, words) === undefined ? [] : ["rate limit"];
  // A guard that is no limit lets people in or not.
  return names.some((name) => guardOf("rate limit", [name], words) === undefined) ? [...kinds, "authorization"] : kinds;
}
