/** Makes a guard of a match of a rule of `mode: removed`. */

import { buildFinding, type FindingContext, type Hit } from "../findings/buildFinding.ts";
import type { Match } from "../patterns/match.ts";
import type { Rule } from "../rules/rule.ts";
import type { Guard } from "./guard.ts";
import { placeInText, placeOfGuard } from "./guardPlace.ts";

/** @param covers Ids of other rules whose guards this rule's make up for. */
export function buildGuard(rule: Rule, covers: readonly string[], match: Match, context: FindingContext): Guard {
  const given = match.bindings.get("$GUARD");
  const shown = given?.text ?? context.text.slice(match.span.start, match.span.end);
  // What a pattern gives no name is named as it is written.
  const named = { span: match.span, text: shown, nodes: match.node ? [match.node] : [] };
  const bindings = given ? match.bindings : new Map([...match.bindings, ["$GUARD", named] as const]);
  const hit: Hit = { match: { ...match, bindings }, path: [], evidence: "comparison with the text before the change" };
  return {
    finding: buildFinding(rule, hit, context),
    covers: [rule.id, ...covers],
    name: shown.replace(/\s+/g, ""),
    ...(match.node ? placeOfGuard(match.node) : placeInText(context.text, match.span)),
  };
}
