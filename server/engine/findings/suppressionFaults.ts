/** Findings about `linewarden-ignore` comments that silence nothing: malformed, naming no rule that there is, or no longer needed. Pure. */

import type { RuleMetadata } from "../rules/rule.ts";
import type { LineIndex } from "../tree/lineIndex.ts";
import type { Span } from "../tree/span.ts";
import type { Finding } from "./finding.ts";
import { identifyText } from "./fingerprint.ts";
import { contentLength, type IgnoreComment, type IgnoreFault, isBeside, silences } from "./suppression.ts";

/** The rule id of these findings. No comment silences them. */
export const suppressionRuleId = "linewarden-suppression";

export interface SuppressionCheck {
  readonly text: string;
  readonly lines: LineIndex;
  readonly comments: readonly IgnoreComment[];
  /** False for a text without a grammar, where a comment is told by its look. */
  readonly structured: boolean;
  /** All of the file, silenced ones among them. */
  readonly findings: readonly Finding[];
  /** Rules that looked at the whole of the file. Of any other nobody knows whether it would have found something. */
  readonly ran: ReadonlySet<string>;
  /** Every rule that there is, whether or not it looks at this file; absent when that is not known. */
  readonly knownIds: ReadonlySet<string> | undefined;
}

const form = "linewarden-ignore RULE-ID: why this is safe";

const faults: Readonly<Record<IgnoreFault, string>> = {
  "no rule and no reason": `This comment names no rule and gives no reason, so it silences nothing. Write: ${form}`,
  "no rule": `This comment names no rule, so it silences nothing. Write: ${form}`,
  "no reason": `This comment gives no reason, so it silences nothing. Write: ${form}`,
  "no such date": `What stands after \`until\` in this comment is no date, so it silences nothing. Write: linewarden-ignore RULE-ID until 2027-01-31: why this is safe`,
  expired: "The last day of this comment is over, so it silences nothing any more. Look at the finding again.",
};

const idFaults = {
  changed: (id: string, content: string): string =>
    `What ${id} finds here is not what this comment was written for, so it silences nothing. Look at it again; what stands here now is ${id}@${content}.`,
  unused: (id: string): string => `Nothing here is found by ${id} any more, so this comment silences nothing: take it out.`,
  unknown: (id: string): string => `There is no rule with the id ${id}, so this comment silences nothing.`,
};

const metadata: RuleMetadata = {
  cwe: [],
  owasp: [],
  confidence: "high",
  references: [],
  why: "A comment that silences nothing looks like a decision that somebody took. One that is no longer needed silences whatever comes to stand there next.",
  checklist: [],
  other: {},
};

/** @returns In source order. Never speaks of `nosemgrep`, of quoted text, or of prose that only mentions such comments. */
export function suppressionFaults(check: SuppressionCheck): Finding[] {
  return check.comments.flatMap((comment) => {
    if (comment.suppression.kind !== "linewarden-ignore" || isQuoted(comment, check)) return [];
    const { fault, directive, rules } = comment;
    if (!comment.deliberate && !rules.some((id) => check.ran.has(id))) return [];
    if (fault) return [build(faults[fault], directive, `${fault} ${rules.join()}`)];
    return rules.flatMap((id) => {
      const found = faultOf(id, comment, check);
      return found ? [build(found.message, placeOf(id, directive, check.text), `${found.kind} ${id}`)] : [];
    });
  });
}

function faultOf(id: string, comment: IgnoreComment, check: SuppressionCheck): { kind: string; message: string } | undefined {
  const { knownIds, ran, lines } = check;
  if (!ran.has(id)) return !knownIds || knownIds.has(id) ? undefined : { kind: "unknown", message: idFaults.unknown(id) };
  const ofRule = check.findings.filter(({ ruleId }) => ruleId === id);
  const findings = ofRule.map((finding) => ({ ...finding, line: lines.positionAt(finding.span.start).line }));
  if (findings.some((finding) => silences(comment, finding))) return undefined;
  const other = findings.find((finding) => isBeside(comment, finding))?.contentFingerprint;
  if (comment.contents[id] === undefined || other === undefined) return { kind: "unused", message: idFaults.unused(id) };
  return { kind: "changed", message: idFaults.changed(id, other.slice(0, contentLength)) };
}

/** Speaks of such a comment, or stands in a text. */
function isQuoted({ directive, suppression }: IgnoreComment, { text, lines, structured }: SuppressionCheck): boolean {
  if (/[`'"]/.test(text.charAt(directive.start - 1))) return true;
  if (structured) return false;
  const { start } = suppression.span;
  const before = text.slice(lines.lineStart(lines.positionAt(start).line), start);
  return [...before.matchAll(/["']/g)].length % 2 === 1;
}

function placeOf(id: string, directive: Span, text: string): Span {
  const at = text.slice(directive.start, directive.end).search(new RegExp(`(?<![\\w./-])${quoted(id)}(?![\\w/-])`));
  return at < 0 ? directive : { start: directive.start + at, end: directive.start + at + id.length };
}

function quoted(id: string): string {
  return id.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function build(message: string, span: Span, content: string): Finding {
  return {
    ruleId: suppressionRuleId,
    span,
    message,
    severity: "low",
    confidence: "high",
    evidence: "direct match",
    metadata,
    path: [],
    captures: {},
    ...identifyText(suppressionRuleId, content),
  };
}
