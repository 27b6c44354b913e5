/** Makes a guard of a match of a rule of `mode: removed`. */

import { buildFinding, type FindingContext, type Hit } from "../findings/buildFinding.ts";
import { nodeCovering } from "../findings/enclosing.ts";
import type { Match } from "../patterns/match.ts";
import type { Rule } from "../rules/rule.ts";
import type { Node } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";
import type { Guard } from "./guard.ts";
import { placeInText, placeOfGuard } from "./guardPlace.ts";

/** @param covers Ids of other rules whose guards this rule's make up for. */
export function buildGuard(rule: Rule, covers: readonly string[], match: Match, context: FindingContext): Guard {
  const given = match.bindings.get("$GUARD");
  const shown = given?.text ?? context.text.slice(match.span.start, match.span.end);
  // What a pattern gives no name is named as it is written.
  const named = { span: match.span, text: shown, nodes: match.node ? [match.node] : [] };
  const bindings = given ? match.bindings : new Map([...match.bindings, ["$GUARD", named] as const]);
  const at = match.node ?? nodeOf(match.span, context);
  const hit: Hit = { match: { ...match, bindings }, path: [], evidence: "comparison with the text before the change" };
  return {
    finding: buildFinding(rule, hit, context),
    covers: [rule.id, ...covers],
    name: shown.replace(/\s+/g, ""),
    ...(at ? placeOfGuard(at) : placeInText(context.text, match.span)),
  };
}

/** What is found as text: the name of a decorator, or a condition inside of a query's text. */
function nodeOf({ start, end }: Span, { tree }: FindingContext): Node | undefined {
  const found = tree && nodeCovering(tree.root, start, end);
  const node = found?.kind === "stringPart" ? found.parent : found;
  if (!node || (node.start === start && node.end === end)) return node;
  return node.kind === "string" || node.kind === "template" ? node : undefined;
}
