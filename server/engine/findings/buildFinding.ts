/** Makes a finding of a match: message, identity, suppression, masking. */

import { compileRegex } from "../patterns/compileRegex.ts";
import type { Bindings, Match } from "../patterns/match.ts";
import type { Confidence, Rule, Severity } from "../rules/rule.ts";
import type { LineIndex } from "../tree/lineIndex.ts";
import type { Node, Tree } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";
import { type FileWeight, isWeighed } from "./fileWeight.ts";
import { type Capture, endOfPath, type Finding, type PathStep, type Topic } from "./finding.ts";
import { identify, identifyText } from "./fingerprint.ts";
import { interpolateFix, interpolateMessage, replaceFound } from "./interpolate.ts";
import { findsSecrets, maskIn, namedSecretTexts, secretName, secretTexts } from "./maskSecrets.ts";
import { type IgnoreComment, suppressionFor } from "./suppression.ts";

/** What findings of one file share. */
export interface FindingContext {
  readonly text: string;
  /** Absent for a file in no language that is read. */
  readonly tree: Tree | undefined;
  readonly lines: LineIndex;
  readonly ignores: readonly IgnoreComment[];
  /** What a variable is known to hold, as code; absent for anything else. */
  readonly valueOf: (node: Node) => string | undefined;
  /** Absent where findings count in full. */
  readonly weight?: FileWeight | undefined;
}

/** A match with the path of the data that led to it; `path` is empty for a direct match. */
export interface Hit {
  readonly match: Match;
  readonly path: readonly PathStep[];
  readonly evidence: string;
  /** Where this match is more or less likely to matter than the rule says; `lower`: steps of severity below the rule's. */
  readonly weight?: { readonly confidence: Confidence; readonly lower: number };
}

/** Pure; the same hit gives the same finding. */
export function buildFinding(rule: Rule, hit: Hit, context: FindingContext): Finding {
  const { match } = hit;
  const secrets = findsSecrets(rule) ? secretsOf(hit, context) : [];
  const hide = (text: string): string => (secrets.length === 0 ? text : maskIn(text, secrets));
  const identity = identityOf(rule, hit, context);
  const valueIn = (name: string): string | undefined => {
    const [node] = match.bindings.get(name)?.nodes ?? [];
    return node && context.valueOf(node);
  };
  const suppression = suppressionFor(context.ignores, {
    ruleId: rule.id,
    span: match.span,
    line: context.lines.positionAt(match.span.start).line,
    contentFingerprint: identity.contentFingerprint,
  });
  const fixText = fixTextOf(rule, match, context.text);
  const fixShowsSecret =
    fixText !== undefined &&
    (rule.fix === undefined
      ? hide(fixText)
      : interpolateFix(rule.fix, match.bindings, indentOf(match.span, context.text), hide)) !== fixText;
  const weight = isWeighed(rule) ? context.weight : undefined;
  const message = interpolateMessage(rule.message, match.bindings, valueIn, hide);
  return {
    ruleId: rule.id,
    span: copyOf(match.span),
    message: weight && rule.severity !== "low" ? `${message.trimEnd()} ${weight.note}` : message,
    severity: lowered(rule.severity, (hit.weight?.lower ?? 0) + (weight?.lower ?? 0)),
    confidence: hit.weight?.confidence ?? rule.metadata.confidence,
    evidence: hit.evidence,
    metadata: rule.metadata,
    path: hit.path.map((step) => ({ ...step, span: copyOf(step.span), note: hide(step.note) })),
    captures: capturesOf(match.bindings, hide),
    ...identity,
    ...(suppression ? { suppression } : {}),
    // A fix that would show the secret is left out: it would be shown, logged and sent.
    ...(fixText === undefined || fixShowsSecret || endsElsewhere(hit) ? {} : { fixText }),
  };
}

const severities: readonly Severity[] = ["critical", "high", "medium", "low"];

function lowered(severity: Severity, steps: number): Severity {
  return severities[Math.min(severities.indexOf(severity) + steps, severities.length - 1)] ?? severity;
}

/** As wide as what stands before it on its line. */
function indentOf({ start }: Span, text: string): string {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return before.replace(/[^\t]/g, " ");
}

function fixTextOf({ fix, fixRegex }: Rule, { span, bindings }: Match, text: string): string | undefined {
  if (fix !== undefined) return interpolateFix(fix, bindings, indentOf(span, text));
  const regex = fixRegex && compileRegex(fixRegex.source);
  if (fixRegex === undefined || regex === undefined || typeof regex === "string") return undefined;
  return replaceFound(text.slice(span.start, span.end), regex, fixRegex.replacement, fixRegex.count);
}

export function buildTopic(rule: Rule, { match }: Hit): Topic {
  return { ruleId: rule.id, checklist: rule.metadata.checklist, span: copyOf(match.span) };
}

function identityOf(rule: Rule, hit: Hit, context: FindingContext) {
  const { span, node } = hit.match;
  if (!context.tree || (node === undefined && rule.languages.length === 0))
    return identifyText(rule.id, context.text.slice(span.start, span.end));
  const spans: Span[] = [span];
  const [first] = hit.path;
  if (first && !first.elsewhere) spans.push(first.span);
  // Of another file only that it is one counts, so that what moves there, or the file itself, is the same finding here.
  const others = [first, endOfPath(hit.path)].map((step) => (step?.elsewhere ? "elsewhere" : "here"));
  // Names of the file are those of all of it, also where a part of it is analysed again.
  const { root } = context.tree.whole ?? context.tree;
  return identify(rule.id, root, context.text, spans, others.includes("elsewhere") ? others.join(" ") : "");
}

/** What would have to be changed stands in another file. */
function endsElsewhere({ path }: Hit): boolean {
  return endOfPath(path)?.elsewhere !== undefined;
}

function secretsOf({ match, path }: Hit, context: FindingContext): string[] {
  const bound = path.length === 0 ? match.bindings.get(secretName) : undefined;
  if (bound) return namedSecretTexts(match.node ? [match.node] : [], context.text, bound);
  const captured: string[] = [];
  const nodes: Node[] = match.node ? [match.node] : [];
  // What a regex captured is text without a node.
  for (const { nodes: of, text, written } of match.bindings.values()) if (of.length === 0) captured.push(text, written ?? text);
  return secretTexts(nodes, context.text, match.span, captured);
}

function capturesOf(bindings: Bindings, hide: (text: string) => string): Readonly<Record<string, Capture>> {
  const captures: Record<string, Capture> = {};
  for (const [name, { span, text }] of bindings) captures[name] = { span: copyOf(span), text: hide(text) };
  return captures;
}

/** Only the range: what matching hands over as one may be a node, and with it the whole tree. */
function copyOf({ start, end }: Span): Span {
  return { start, end };
}
