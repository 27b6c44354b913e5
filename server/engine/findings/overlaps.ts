/** Findings that tell one fault twice, and the order in which findings stand. */

import type { Finding, Topic } from "./finding.ts";

/**
 * A secret whose form says what it opens is also found as a literal with a name such as `key`. That is one fault, told by the rule
 * that knows more of it.
 */
export function withoutRepeatedSecrets(findings: readonly Finding[]): readonly Finding[] {
  const formed = findings.filter(({ ruleId }) => ruleId.startsWith("text.")).map(({ span }) => span);
  if (formed.length === 0) return findings;
  formed.sort((a, b) => a.start - b.start);
  let next = 0;
  return inOrder(findings).filter(({ ruleId, span }) => {
    while ((formed[next]?.end ?? span.end) <= span.start) next++;
    const known = formed[next];
    if (!known || !/^\w+\.hardcoded-secret/.test(ruleId)) return true;
    // A connection text may hold one secret of a known form and another one beside it.
    const shared = Math.min(known.end, span.end) - Math.max(known.start, span.start);
    return 2 * shared <= span.end - span.start;
  });
}

/**
 * `metadata: {yields-to: [ids]}`: the rule knows less of the same fault than those, as one that starts at a parameter where another
 * saw the request that arrives there. It is silent where one of them has a finding that holds its own or lies within it: one rule
 * may mark the call and another the argument.
 */
export function withoutYielding(findings: readonly Finding[]): readonly Finding[] {
  const spans = new Map<string, Finding["span"][]>();
  for (const { ruleId, span } of findings) {
    const known = spans.get(ruleId);
    if (known) known.push(span);
    else spans.set(ruleId, [span]);
  }
  return findings.filter(({ metadata, span }) => {
    const stronger = metadata.other["yields-to"];
    return !Array.isArray(stronger) || !stronger.some((id) => spans.get(id)?.some((one) => holds(one, span) || holds(span, one)));
  });
}

function holds(outer: Finding["span"], inner: Finding["span"]): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether a rule says of itself that another one knows more of the same fault. */
export function yieldsTo({ metadata }: Finding, { ruleId }: Finding): boolean {
  const stronger = metadata.other["yields-to"];
  return Array.isArray(stronger) && stronger.includes(ruleId);
}

/** In source order, then by rule. */
export function inOrder<T extends Finding | Topic>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => a.span.start - b.span.start || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0));
}
