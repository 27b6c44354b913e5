/** Comments that silence a finding: `linewarden-ignore RULE-ID: reason` and `nosemgrep`. */

import type { LineIndex } from "../tree/lineIndex.ts";
import type { Span } from "../tree/span.ts";
import type { Suppression } from "./finding.ts";

/** One comment that silences rules on its line, or on the line below when nothing else stands on its own line. */
export interface IgnoreComment {
  readonly suppression: Suppression;
  /** Rule ids; empty: every rule. */
  readonly rules: readonly string[];
  readonly line: number;
  readonly alone: boolean;
}

const marker = /\b(?:linewarden-ignore|nosemgrep|nosem)\b/;
const own = /\blinewarden-ignore[ \t:]+([\w.,\-/ \t]*?[\w-])[ \t]*:[ \t]*(\S[^\r\n]*)/;
const foreign = /\b(?:nosemgrep|nosem)\b(?:[ \t]*:[ \t]*([\w.\-/]+(?:[ \t]*,[ \t]*[\w.\-/]+)*))?/;

/** @param comments In source order. For a text without a grammar, pass `lineSpans`. */
export function ignoreComments(text: string, comments: readonly Span[], lines: LineIndex): IgnoreComment[] {
  if (!marker.test(text)) return [];
  const found: IgnoreComment[] = [];
  for (const span of comments) {
    const comment = text.slice(span.start, span.end);
    if (!marker.test(comment)) continue;
    const parsed = parseIgnore(comment);
    if (!parsed) continue;
    const { line } = lines.positionAt(span.end);
    const first = lines.positionAt(span.start).line;
    const before = text.slice(lines.lineStart(first), span.start);
    const reason = parsed.reason === undefined ? {} : { reason: parsed.reason };
    found.push({
      suppression: { kind: parsed.kind, ...reason, span: { start: span.start, end: span.end } },
      rules: parsed.rules,
      line,
      // A JSX comment has its brace before it.
      alone: /^[\s{]*$/.test(before),
    });
  }
  return found;
}

/** Reads the text of one comment. Without a rule id and a reason `linewarden-ignore` silences nothing. */
function parseIgnore(comment: string): { kind: string; rules: string[]; reason?: string } | undefined {
  const ours = own.exec(comment);
  if (ours) {
    const reason = (ours[2] ?? "").replace(/(\*\/|-->)\s*\}?\s*$/, "").trim();
    return reason === "" ? undefined : { kind: "linewarden-ignore", rules: ids(ours[1] ?? ""), reason };
  }
  const theirs = foreign.exec(comment);
  return theirs ? { kind: "nosemgrep", rules: ids(theirs[1] ?? "") } : undefined;
}

function ids(text: string): string[] {
  return text.split(/[\s,]+/).filter((id) => id !== "");
}

/** The first comment that silences this rule on a line, if any. */
export function suppressionFor(comments: readonly IgnoreComment[], ruleId: string, line: number): Suppression | undefined {
  const silencing = comments.find(
    (comment) => (comment.line === line || (comment.alone && comment.line === line - 1)) && names(comment, ruleId),
  );
  return silencing?.suppression;
}

/** `nosemgrep` may name a rule without the folders that its runner puts before the id. */
function names(comment: IgnoreComment, ruleId: string): boolean {
  if (comment.rules.length === 0) return comment.suppression.kind === "nosemgrep";
  if (comment.rules.includes(ruleId)) return true;
  return (
    comment.suppression.kind === "nosemgrep" && comment.rules.some((id) => id.endsWith(`.${ruleId}`) || ruleId.endsWith(`.${id}`))
  );
}

/** For a text without a grammar: every line that carries a marker counts as a comment. */
export function lineSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/[^\r\n]*\b(?:linewarden-ignore|nosemgrep)\b[^\r\n]*/g)) {
    const at = match[0].search(/(?:#|\/\/|\/\*|<!--|--|;|%|rem\b|')[^#]*(?:linewarden-ignore|nosemgrep)/i);
    if (at >= 0) spans.push({ start: match.index + at, end: match.index + match[0].length });
  }
  return spans;
}
