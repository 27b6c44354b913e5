/** Where a comment that silences a finding can stand. Pure. */

import type { TextEdit } from "../fixes/fix.ts";
import { indexLines, type LineIndex } from "../tree/lineIndex.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import type { Span } from "../tree/span.ts";
import type { CommentStyle } from "./commentStyle.ts";
import type { Finding } from "./finding.ts";
import { contentLength } from "./suppression.ts";

/**
 * The places to try, best first: the comment that was written for other code, where there is one; a line of its own above the finding, in the forms that code, JSX children and JSX attributes
 * know; then the end of the finding's first line. Not every one parses: the caller takes the first that silences the finding.
 *
 * @param language The language that is read there, or how a comment is written; `undefined` for data that knows no comments.
 * @param reason Joined to one line; what would end the comment is taken out.
 */
export function ignoreComments(
  text: string,
  finding: Finding,
  language: LanguageId | CommentStyle | undefined,
  reason: string,
): TextEdit[] {
  const lines = indexLines(text);
  const { line } = lines.positionAt(finding.span.start);
  const end = lines.lineStart(line) + lines.lineText(line).length;
  const top = firstLineOf(text, line, finding.span.start, language, lines);
  const start = lines.lineStart(top);
  const indent = /^[ \t]*/.exec(lines.lineText(top))?.[0] ?? "";
  const lineEnd = lineEndOf(text);
  const content = finding.contentFingerprint === undefined ? "" : `@${finding.contentFingerprint.slice(0, contentLength)}`;
  // Bound to what is found, so that it silences nothing else that comes to stand there.
  const named = `${finding.ruleId}${content}`;
  const comment = `linewarden-ignore ${named}: ${oneLine(reason)}`;
  const above = (form: string): TextEdit => ({ span: { start, end: start }, text: `${indent}${form}${lineEnd}` });
  const behind = (form: string): TextEdit => ({ span: { start: end, end }, text: ` ${form}` });
  const places = finding.passedOver ? anew(text, finding.passedOver.span, finding.ruleId, named, oneLine(reason)) : [];
  const block = `/* ${comment} */`;
  switch (language) {
    case undefined:
      return places;
    case "markup":
      return [...places, above(`<!-- ${comment.replaceAll("--", "-")} -->`)];
    case "block":
      return [...places, above(block), behind(block)];
    case "rem":
    case "//-":
      return [...places, above(`${language} ${comment}`)];
    case "python":
    case "#":
      return [...places, above(`# ${comment}`), behind(` # ${comment}`)];
    case "//":
    case "--":
    case ";":
    case "%":
    case "'":
      return [...places, above(`${language} ${comment}`), behind(`${language} ${comment}`)];
  }
  return [...places, above(`// ${comment}`), above(`{${block}}`), above(block), behind(`// ${comment}`), behind(`{${block}}`)];
}

/** The line above which a comment can stand: not within a tag, nor behind a line that goes on. */
function firstLineOf(
  text: string,
  line: number,
  at: number,
  language: LanguageId | CommentStyle | undefined,
  lines: LineIndex,
): number {
  if (language === "markup") {
    const before = text.slice(Math.max(0, at - longestTag), at);
    const tag = /<[a-z][^<>]*$/i.exec(before);
    return tag ? lines.positionAt(at - before.length + tag.index).line : line;
  }
  let top = line;
  if (language === "python" || language === "#") while (top > 0 && lines.lineText(top - 1).endsWith("\\")) top--;
  return top;
}

/** UTF-16 units that are looked through for the beginning of a tag. */
const longestTag = 2000;

/** The same comment for this rule's finding and with this reason; what else it names stays. */
function anew(text: string, span: Span, ruleId: string, named: string, reason: string): TextEdit[] {
  const comment = text.slice(span.start, span.end);
  const [, before = "", rules = "", after = ""] =
    /^([\s\S]*\blinewarden-ignore[ \t:]+)([^:\r\n]*?)[ \t]*:[^\r\n]*?(\s*(?:\*\/|-->)?[\s}]*)$/.exec(comment) ?? [];
  const others = rules.split(/[\s,]+/).filter((id) => id !== ruleId && !id.startsWith(`${ruleId}@`));
  if (rules === "" || /\buntil\b/.test(rules)) return [];
  return [{ span, text: `${before}${[...others, named].filter((id) => id !== "").join(", ")}: ${reason}${after}` }];
}

function oneLine(reason: string): string {
  const joined = reason.replaceAll("*/", "").replace(/\s+/g, " ").trim();
  return joined === "" ? "no reason given" : joined;
}

/** The text's own line end. */
function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}
