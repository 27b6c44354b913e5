/** Comments that silence a finding: `linewarden-ignore RULE-ID: reason` and `nosemgrep`. */

import type { EmbeddedCode } from "../languages/embeddedCode.ts";
import type { LineIndex } from "../tree/lineIndex.ts";
import type { Tree } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";
import type { Finding, Suppression } from "./finding.ts";
import { statementsAt } from "./ignoreReach.ts";

/** What keeps a `linewarden-ignore` comment from silencing anything. */
export type IgnoreFault = "no rule and no reason" | "no rule" | "no reason" | "no such date" | "expired";

/**
 * One comment that silences rules: `linewarden-ignore RULE-ID: reason` on its line and in the statements that begin there, or on the line
 * below likewise when nothing else stands on its own line; `linewarden-ignore RULE-ID@CONTENT: reason` what has this content, on its line or
 * a few lines below.
 */
export interface IgnoreComment {
  readonly suppression: Suppression;
  /** Rule ids; empty: every rule (`nosemgrep`), or none at all (`fault`). */
  readonly rules: readonly string[];
  /** By rule id the beginning of the only content fingerprint that is silenced; a rule that is absent is bound to the line alone. */
  readonly contents: Readonly<Record<string, string>>;
  readonly line: number;
  readonly alone: boolean;
  /** What begins on the lines beside the comment and goes on below them; see `statementsAt`. */
  readonly reaches: readonly Span[];
  /** Such a comment silences nothing. */
  readonly fault?: IgnoreFault;
  /** From the marker to the end of what it says, without what closes the comment. */
  readonly directive: Span;
  /** It opens a comment of one line, so it can hardly be prose that speaks of such comments. */
  readonly deliberate: boolean;
}

const marker = /\b(?:linewarden-ignore|nosemgrep|nosem)\b/;
/** The reason ends with the line, also with one of a notebook that is written as a string: `\n"`. */
const own = /\blinewarden-ignore[ \t:]+([\w.,\-/@ \t]*?[\w-])[ \t]*:[ \t]*(\S(?:(?!\\n"|\\r\\n"|"\s*\])[^\r\n]){0,500})/;
const attempt = /\blinewarden-ignore\b([^\r\n]*)/;
const foreign = /\b(?:nosemgrep|nosem)\b(?:[ \t]*:[ \t]*([\w.\-/]+(?:[ \t]*,[ \t]*[\w.\-/]+)*))?/;
/** What ends a comment of code, of markup, or of a template. */
const closer = /\s*(?:\*\/|-->|%>|--(?=\}\})|#(?=\}))?[\s}]*$/;

/** Hex digits of a content fingerprint that a comment of ours names. */
export const contentLength = 8;

/** Lines below a comment that it can reach: a formatter puts a long call on several. */
export const farthestBelow = 10;

/**
 * @param tree Absent for a text without a grammar, where every line that carries a marker counts as a comment.
 * @param now Seconds since 1970; without it no comment is out of date.
 * @param embedded Where the code stands in a file of another kind, whose own comments count too.
 * @returns In source order, those of the code first.
 */
export function ignoreComments(
  text: string,
  tree: Tree | undefined,
  lines: LineIndex,
  now?: number,
  embedded?: EmbeddedCode,
): IgnoreComment[] {
  if (!marker.test(text)) return [];
  const comments = tree ? [...tree.comments, ...(embedded ? commentsAround(text, embedded) : [])] : lineSpans(text);
  const found: IgnoreComment[] = [];
  for (const span of comments) {
    const comment = text.slice(span.start, span.end);
    if (!marker.test(comment)) continue;
    const parsed = parseIgnore(comment, now);
    if (!parsed) continue;
    const { line } = lines.positionAt(span.end);
    const first = lines.positionAt(span.start).line;
    // A comment of JSX has its brace before it, one of a template more marks: `{{!--`, `<%#`.
    const alone = /^[\s{<%!]*$/.test(text.slice(lines.lineStart(first), span.start));
    const beside = alone ? [line, line + 1] : [line];
    const start = span.start + parsed.at;
    found.push({
      suppression: {
        kind: parsed.kind,
        ...(parsed.reason === undefined ? {} : { reason: parsed.reason }),
        ...(Object.keys(parsed.contents).length > 0 ? { bound: true as const } : {}),
        span: { start: span.start, end: span.end },
      },
      rules: parsed.rules,
      contents: parsed.contents,
      line,
      alone,
      reaches: tree ? beside.flatMap((one) => statementsAt(tree, lines, one, line + farthestBelow)) : [],
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
  readonly contents: IgnoreComment["contents"];
  readonly reason?: string;
  readonly fault?: IgnoreFault;
  /** Offset in the comment, and length. */
  readonly at: number;
  readonly length: number;
}

/** What an editor that cannot ask writes where the reason belongs; left as it is, it is none. */
export const reasonToGive = "say here why this is safe";

/** Reads the text of one comment. Without a rule id and a reason `linewarden-ignore` silences nothing, and says so. */
function parseIgnore(comment: string, now: number | undefined): ParsedIgnore | undefined {
  const ours = own.exec(comment);
  const reason = ours && (ours[2] ?? "").replace(closer, "").trim();
  if (ours && reason)
    return {
      kind: "linewarden-ignore",
      ...readHead(ours[1] ?? "", now),
      ...(reason.toLowerCase() === reasonToGive ? { fault: "no reason" as const } : { reason }),
      at: ours.index,
      length: ours[0].replace(closer, "").length,
    };
  const theirs = foreign.exec(comment);
  if (theirs) return { kind: "nosemgrep", rules: ids(theirs[1] ?? ""), contents: {}, at: theirs.index, length: theirs[0].length };
  const tried = attempt.exec(comment);
  if (!tried) return undefined;
  const said = (tried[1] ?? "").replace(closer, "");
  const named = /^[ \t:]+([\w\-/]+\.[\w.\-/]*\w)/.exec(said)?.[1] ?? /^[ \t:]+([\w.\-/]*\w)[ \t]*:[ \t]*$/.exec(said)?.[1];
  return {
    kind: "linewarden-ignore",
    rules: named === undefined ? [] : [named],
    contents: {},
    fault: named !== undefined ? "no reason" : /\w/.test(said) ? "no rule" : "no rule and no reason",
    at: tried.index,
    length: tried[0].replace(closer, "").length,
  };
}

/** What stands before the reason: `RULE-ID@CONTENT, OTHER-ID until 2027-01-31`. */
function readHead(head: string, now: number | undefined): Pick<ParsedIgnore, "rules" | "contents" | "fault"> {
  const [, named = head, date] = /^(.*?)[ \t]+until(?:[ \t]+(\S+))?$/.exec(head) ?? [];
  const contents: Record<string, string> = {};
  const rules = ids(named).map((item) => {
    const [, id = item, content] = /^(.+)@([0-9a-f]{6,16})$/.exec(item) ?? [];
    if (content !== undefined) contents[id] = content;
    return id;
  });
  if (named === head) return { rules, contents };
  const end = date === undefined ? undefined : endOfDay(date);
  const fault = end === undefined ? "no such date" : now !== undefined && now >= end ? "expired" : undefined;
  return { rules, contents, ...(fault ? { fault } : {}) };
}

/** @param date "2027-01-31". @returns Seconds since 1970 when the day is over everywhere on earth; `undefined` for what is no date. */
function endOfDay(date: string): number | undefined {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? []).map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (year < 1970 || day < 1 || day > (lengths[month - 1] ?? 0)) return undefined;
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 477;
  const days = (year - 1970) * 365 + leapDays + lengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0) + day;
  return days * 86_400 + 12 * 3600;
}

function ids(text: string): string[] {
  return text.split(/[\s,]+/).filter((id) => id !== "");
}

/** What a comment may silence. */
export interface Silenceable {
  readonly ruleId: string;
  readonly span: Span;
  /** Of the finding's start. */
  readonly line: number;
  readonly contentFingerprint?: string | undefined;
}

/** The first comment that silences this, if any. */
export function suppressionFor(comments: readonly IgnoreComment[], finding: Silenceable): Suppression | undefined {
  return comments.find((comment) => silences(comment, finding))?.suppression;
}

export function silences(comment: IgnoreComment, finding: Silenceable): boolean {
  if (comment.fault || !names(comment, finding.ruleId)) return false;
  const content = comment.contents[finding.ruleId];
  if (content === undefined) return isBeside(comment, finding);
  const below = finding.line - comment.line;
  return below >= 0 && below <= farthestBelow && finding.contentFingerprint?.startsWith(content) === true;
}

/** For a person: why a comment does not count, and how it would. */
export function passedOverNote({ ruleId, contentFingerprint = "" }: Finding): string {
  const bound = contentFingerprint === "" ? "" : `, or let it name ${ruleId}@${contentFingerprint.slice(0, contentLength)}`;
  return `The comment here that silences ${ruleId} was there before this code, so it does not count: give the reason anew${bound}.`;
}

/** On its line, or on the line below when it stands alone, or in a statement that begins there. */
export function isBeside({ line, alone, reaches }: IgnoreComment, finding: Pick<Silenceable, "span" | "line">): boolean {
  if (line === finding.line || (alone && line === finding.line - 1)) return true;
  return reaches.some(({ start, end }) => start <= finding.span.start && finding.span.start < end);
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
/** Comments of markup, and of a template on one line; what opens a comment of code is text there. */
function commentsAround(text: string, { spans, comments }: EmbeddedCode): Span[] {
  const known = [...spans, ...comments];
  const ofTemplates = lineSpans(text).filter(({ start }) => {
    if (known.some((one) => one.start <= start && start < one.end)) return false;
    if (text.startsWith("##", start) || text.startsWith("{#", start - 1)) return true;
    return /(?:<%|\{\{!)[ \t-]*$/.test(text.slice(Math.max(0, start - 20), start));
  });
  return [...comments, ...ofTemplates];
}

function lineSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/[^\r\n]*\b(?:linewarden-ignore|nosemgrep)\b[^\r\n]*/g)) {
    const at = match[0].search(/(?:#|\/\/|\/\*|<!--|--|;|%|rem\b|')[^#]*(?:linewarden-ignore|nosemgrep)/i);
    if (at >= 0) spans.push({ start: match.index + at, end: match.index + match[0].length });
  }
  return spans;
}
