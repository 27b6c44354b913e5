/** Collects the routes of a file, and what it puts before the routes of others. Pure. */

import { indexLines } from "../tree/lineIndex.ts";
import type { Node, Tree } from "../tree/node.ts";
import { calledRoutes } from "./calledRoutes.ts";
import { declaredRoutes } from "./declaredRoutes.ts";
import { finishRoute } from "./draft.ts";
import { guardOf } from "./guardWords.ts";
import { namesIn } from "./namesIn.ts";
import { type FileRoutes, type GuardKind, routeWords } from "./route.ts";

/** Calls and other nodes that are looked at in one file. */
const mostNodes = 400_000;

const known = new WeakMap<Tree, FileRoutes>();

/** @param path Relative, with `/`. @returns Routes in the order in which they stand; the same object for the same tree. */
export function collectRoutes(path: string, tree: Tree): FileRoutes {
  const before = known.get(tree);
  if (before) return before;
  const collected = routeWords.test(tree.text) ? collect(path, tree) : { path, routes: [], mounts: [], global: [] };
  known.set(tree, collected);
  return collected;
}

function collect(path: string, tree: Tree): FileRoutes {
  const calls = callsIn(tree.root);
  const { drafts, mounts } = calledRoutes(tree.root, calls);
  const lines = indexLines(tree.text);
  const all = [...drafts, ...declaredRoutes({ path, text: tree.text, root: tree.root })];
  const routes = all.sort((a, b) => a.span.start - b.span.start).map((draft) => finishRoute(draft, lines));
  return { path, routes, mounts, global: globalGuards(tree, calls) };
}

/** In source order. */
function callsIn(root: Node): Node[] {
  const calls: Node[] = [];
  const stack: Node[] = [root];
  let left = mostNodes;
  for (let node = stack.pop(); node && left > 0; node = stack.pop()) {
    left--;
    if (node.kind === "call") calls.push(node);
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child) stack.push(child);
    }
  }
  // A chain's inner calls come after the outer one, and begin at the same place.
  return calls.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Nest's `APP_GUARD` and `useGlobalGuards`, and the middleware of Django's settings. */
function globalGuards(tree: Tree, calls: readonly Node[]): GuardKind[] {
  if (/\bAPP_GUARD\b/.test(tree.text)) return guardsNamed(tree.text.match(/useClass:\s*\w+/g) ?? []);
  const found = calls.filter(({ children }) => children[0]?.kind === "member" && children[0].text === "useGlobalGuards");
  return found.length > 0 ? guardsNamed(namesIn(found)) : [];
}

function guardsNamed(names: readonly string[]): GuardKind[] {
  const kinds: GuardKind[] = guardOf("rate limit", names) === undefined ? [] : ["rate limit"];
  // A guard that is no limit lets people in or not.
  return names.some((name) => guardOf("rate limit", [name]) === undefined) ? [...kinds, "authorization"] : kinds;
}
