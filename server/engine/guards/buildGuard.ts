/** Makes a guard of a match of a rule of `mode: removed`. */

import { buildFinding, type FindingContext, type Hit } from "../findings/buildFinding.ts";
import type { Match } from "../patterns/match.ts";
import type { Rule } from "../rules/rule.ts";
import type { Guard } from "./guard.ts";
import { placeInText, placeOfGuard } from "./guardPlace.ts";

/** @param covers Ids of other rules whose guards this rule's make up for. */
export function buildGuard(rule: Rule, covers: readonly string[], match: Match, context: FindingContext): Guard {
  const hit: Hit = { match, path: [], evidence: "comparison with the text before the change" };
  const shown = match.bindings.get("$GUARD")?.text ?? context.text.slice(match.span.start, match.span.end);
  return {
    finding: buildFinding(rule, hit, context),
    covers: [rule.id, ...covers],
    name: shown.replace(/\s+/g, ""),
    ...(match.node ? placeOfGuard(match.node) : placeInText(context.text, match.span)),
  };
}
