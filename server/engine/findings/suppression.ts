/** Comments that silence a finding: `linewarden-ignore RULE-ID: reason` and `nosemgrep`. */

import type { LineIndex } from "../tree/lineIndex.ts";
import type { Span } from "../tree/span.ts";
import type { Suppression } from "./finding.ts";

/** What keeps a `linewarden-ignore` comment from silencing anything. */
export type IgnoreFault = "no rule and no reason" | "no rule" | "no reason";

/** One comment that silences rules on its line, or on the line below when nothing else stands on its own line. */
export interface IgnoreComment {
  readonly suppression: Suppression;
  /** Rule ids; empty: every rule (`nosemgrep`), or none at all (`fault`). */
  readonly rules: readonly string[];
  readonly line: number;
  readonly alone: boolean;
  /** Such a comment silences nothing. */
  readonly fault?: IgnoreFault;
  /** From the marker to the end of what it says, without what closes the comment. */
  readonly directive: Span;
  /** It opens a comment of one line, so it can hardly be prose that speaks of such comments. */
  readonly deliberate: boolean;
}

const marker = /\b(?:linewarden-ignore|nosemgrep|nosem)\b/;
const own = /\blinewarden-ignore[ \t:]+([\w.,\-/ \t]*?[\w-])[ \t]*:[ \t]*(\S[^\r\n]*)/;
const attempt = /\blinewarden-ignore\b([^\r\n]*)/;
const foreign = /\b(?:nosemgrep|nosem)\b(?:[ \t]*:[ \t]*([\w.\-/]+(?:[ \t]*,[ \t]*[\w.\-/]+)*))?/;
const closer = /\s*(?:\*\/|-->)?[\s}]*$/;

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
    const start = span.start + parsed.at;
    found.push({
      suppression: {
        kind: parsed.kind,
        ...(parsed.reason === undefined ? {} : { reason: parsed.reason }),
        span: { start: span.start, end: span.end },
      },
      rules: parsed.rules,
      line,
      // A JSX comment has its brace before it.
      alone: /^[\s{]*$/.test(before),
      ...(parsed.fault === undefined ? {} : { fault: parsed.fault }),
      directive: { start, end: start + parsed.length },
      deliberate: line === first && /^[\s/*#<!;%'-]*(?:rem\s+)?$/i.test(comment.slice(0, parsed.at)),
    });
  }
  return found;
}

interface ParsedIgnore {
  readonly kind: string;
  readonly rules: readonly string[];
  readonly reason?: string;
  readonly fault?: IgnoreFault;
  /** Offset in the comment, and length. */
  readonly at: number;
  readonly length: number;
}

/** Reads the text of one comment. Without a rule id and a reason `linewarden-ignore` silences nothing, and says so. */
function parseIgnore(comment: string): ParsedIgnore | undefined {
  const ours = own.exec(comment);
  const reason = ours && (ours[2] ?? "").replace(closer, "").trim();
  if (ours && reason)
    return {
      kind: "linewarden-ignore",
      rules: ids(ours[1] ?? ""),
      reason,
      at: ours.index,
      length: ours[0].replace(closer, "").length,
    };
  const theirs = foreign.exec(comment);
  if (theirs) return { kind: "nosemgrep", rules: ids(theirs[1] ?? ""), at: theirs.index, length: theirs[0].length };
  const tried = attempt.exec(comment);
  if (!tried) return undefined;
  const said = (tried[1] ?? "").replace(closer, "");
  const named = /^[ \t:]+([\w\-/]+\.[\w.\-/]*\w)/.exec(said)?.[1] ?? /^[ \t:]+([\w.\-/]*\w)[ \t]*:[ \t]*$/.exec(said)?.[1];
  return {
    kind: "linewarden-ignore",
    rules: named === undefined ? [] : [named],
    fault: named !== undefined ? "no reason" : /\w/.test(said) ? "no rule" : "no rule and no reason",
    at: tried.index,
    length: tried[0].replace(closer, "").length,
  };
}

function ids(text: string): string[] {
  return text.split(/[\s,]+/).filter((id) => id !== "");
}

/** The first comment that silences this rule on a line, if any. */
export function suppressionFor(comments: readonly IgnoreComment[], ruleId: string, line: number): Suppression | undefined {
  return comments.find((comment) => silences(comment, ruleId, line))?.suppression;
}

/** @param line Of the finding's start. */
export function silences(comment: IgnoreComment, ruleId: string, line: number): boolean {
  const { alone, fault } = comment;
  return !fault && (comment.line === line || (alone && comment.line === line - 1)) && names(comment, ruleId);
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
