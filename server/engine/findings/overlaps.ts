/** Findings that tell one fault twice, and the order in which findings stand. */

import { indexLines } from "../tree/lineIndex.ts";
import { type Elsewhere, endOfPath, type Finding, type Topic } from "./finding.ts";

/**
 * A secret whose form says what it opens is also found as a literal with a name such as `key`. That is one fault, told by the rule
 * that knows more of it; a word that only its place makes a secret is better told by a rule that reads the code.
 */
export function withoutRepeatedSecrets(findings: readonly Finding[]): readonly Finding[] {
  const formed = findings
    .filter(({ ruleId, confidence }) => ruleId.startsWith("text.") && confidence !== "low")
    .map(({ span }) => span);
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
 * may mark the call and another the argument. A route that lacks something is marked where it begins, and holds all that answers there.
 */
export function withoutYielding(findings: readonly Finding[]): readonly Finding[] {
  const spans = new Map<string, Finding["span"][]>();
  for (const { ruleId, span, captures } of findings) {
    const known = spans.get(ruleId) ?? [];
    known.push(span);
    const route = ruleId.startsWith("routes.") ? captures["$ROUTE"] : undefined;
    if (route) known.push(route.span);
    spans.set(ruleId, known);
  }
  return findings.filter(({ metadata, span }) => {
    const stronger = metadata.other["yields-to"];
    return !Array.isArray(stronger) || !stronger.some((id) => spans.get(id)?.some((one) => holds(one, span) || holds(span, one)));
  });
}

function holds(outer: Finding["span"], inner: Finding["span"]): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What was found in one file. */
export interface FoundInFile {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Findings of callers that count as well. Default: none. */
  readonly others?: readonly Finding[];
}

/**
 * Findings of a function that trusts its callers (`metadata: {within-file: true}`), where a caller in another file was told by one of the
 * rules that it yields to, with its path ending in that very code: the caller's says more.
 */
export function toldAtCallers(files: readonly FoundInFile[]): ReadonlySet<Finding> {
  const told = new Set<Finding>();
  const trusting = files.flatMap((file) =>
    file.findings.filter(({ metadata }) => metadata.other["within-file"] === true).map((finding) => ({ file, finding })),
  );
  if (trusting.length === 0) return told;
  const ends = new Map<string, { readonly finding: Finding; readonly end: Elsewhere }[]>();
  for (const { findings, others = [] } of files)
    for (const finding of [...findings, ...others]) {
      const end = finding.suppression ? undefined : endOfPath(finding.path)?.elsewhere;
      if (end) ends.set(end.path, [...(ends.get(end.path) ?? []), { finding, end }]);
    }
  for (const { file, finding } of trusting) {
    const callers = (ends.get(file.path) ?? []).filter((caller) => yieldsTo(finding, caller.finding));
    if (callers.length === 0) continue;
    const lines = indexLines(file.text);
    const place = { start: lines.positionAt(finding.span.start), end: lines.positionAt(finding.span.end) };
    if (callers.some(({ end }) => isBefore(end.start, place.end) && isBefore(place.start, end.end))) told.add(finding);
  }
  return told;
}

function isBefore(one: Elsewhere["start"], other: Elsewhere["start"]): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
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
