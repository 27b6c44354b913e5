/** Findings of the search for secrets. Pure. */

import type { Hit } from "../findings/buildFinding.ts";
import type { MatchContext } from "../patterns/match.ts";
import type { Rule } from "../rules/rule.ts";
import type { SecretScan } from "./secretScan.ts";

/** One pass serves all rules for secrets; each is charged for it as if it were the first, so that results do not depend on their order. */
export function secretHits(rule: Rule, scan: SecretScan, context: MatchContext, path: string): Hit[] {
  const { text } = context.tree;
  context.budget.left -= Math.ceil(text.length / 100);
  return scan.of(rule.id, path, text).map(({ start, end, confidence, lower }) => ({
    match: { span: { start, end }, node: undefined, bindings: new Map() },
    path: [],
    evidence: "direct match",
    weight: { confidence, lower },
  }));
}
