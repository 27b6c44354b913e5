/** Findings of the comparison of routes. Pure. */

import type { SourceFile } from "../analyze.ts";
import type { Hit } from "../findings/buildFinding.ts";
import type { Binding, MatchContext } from "../patterns/match.ts";
import type { Node } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";
import { collectRoutes } from "./collectRoutes.ts";
import { compareRoutes, type LackingRoute, namesOfSiblings } from "./compareRoutes.ts";
import type { Lack, SecurityEvent } from "./route.ts";
import type { RouteWords } from "./routeWords.ts";

/** `$ROUTE`, `$SIBLINGS`, `$GUARD` and `$EVENT` stand in the message for the route, those that it was compared with, what they have, and what they log, `$OWN` for the weaker guard that the route has; `$DO`, `$ASK`, `$HAVE` and `$CHECK` for these verbs, as the number of siblings asks for. */
export function routeHits(lacks: Lack, words: RouteWords, file: SourceFile, context: MatchContext): Hit[] {
  const tree = context.tree.whole ?? context.tree;
  const own = collectRoutes(file.path, tree, words);
  context.budget.left -= own.routes.length * (1 + (file.project?.others.length ?? 0));
  return compareRoutes(own, file.project, lacks).map((lacking) => toHit(lacking, lacks, file.path, tree.root));
}

/** A route with what answers there, where that stands beside it: what is found in it may be the same fault. */
function wholeRoute(root: Node, span: Span): Span {
  let whole = span;
  for (
    let node: Node | undefined = root;
    node;
    node = node.children.find((one) => one.start <= span.start && one.end >= span.end)
  )
    if (
      node.kind === "call" ? node.start === span.start : node.kind === "function" && node.children.some((one) => isAt(one, span))
    )
      whole = node;
  return whole;
}

const eventNames: Readonly<Record<SecurityEvent, string>> = {
  "failed sign-in": "a sign-in that fails",
  "denied access": "that it denies access",
  "password change": "that it changes a password",
  "role change": "that it changes somebody's rights",
};

/** What a message says of one sibling, and of several. */
export function verbsFor(siblings: number): Readonly<Record<string, string>> {
  return siblings === 1
    ? { $DO: "does", $ASK: "asks", $HAVE: "has", $CHECK: "checks" }
    : { $DO: "do", $ASK: "ask", $HAVE: "have", $CHECK: "check" };
}

function isAt({ start, end }: Span, span: Span): boolean {
  return start === span.start && end === span.end;
}

function toHit(lacking: LackingRoute, lacks: Lack, path: string, root: Node): Hit {
  const { route, siblings, guard, sameFile, event, own } = lacking;
  const { span } = route;
  const here = siblings.find((sibling) => sibling.path === path)?.route.span ?? span;
  const bindings = new Map<string, Binding>([
    [
      "$ROUTE",
      text(
        wholeRoute(root, span),
        route.method === "ANY" || route.method === "ACTION" ? route.path : `${route.method} ${route.path}`,
      ),
    ],
    ["$SIBLINGS", text(here, namesOfSiblings(lacking, path))],
    ["$GUARD", text(here, guard)],
    ...Object.entries(verbsFor(siblings.length)).map(([name, verb]) => [name, text(here, verb)] as const),
    ...(own === undefined ? [] : [["$OWN", text(span, own)] as const]),
    ...(event ? [["$EVENT", text(span, eventNames[event])] as const] : []),
  ]);
  const reads = route.method === "GET" || route.method === "ANY";
  return {
    match: { span, node: undefined, bindings },
    path: [],
    evidence: sameFile ? "comparison with routes of the file" : "comparison with routes of the project",
    // People may be meant to register there: that is for somebody to say, and no reason to stop a commit.
    weight:
      lacks === "authorization" && route.registers
        ? { confidence: "low", lower: 1 }
        : { confidence: "medium", lower: reads ? 1 : 0 },
  };
}

function text(span: Span, value: string): Binding {
  return { span, text: value, nodes: [] };
}
