/** Where a comment that silences a finding can stand. Pure. */

import type { TextEdit } from "../fixes/fix.ts";
import { indexLines } from "../tree/lineIndex.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import type { Span } from "../tree/span.ts";
import { commentPlace } from "./commentPlace.ts";
import type { CommentStyle } from "./commentStyle.ts";
import type { Finding } from "./finding.ts";
import { contentLength, farthestBelow } from "./suppression.ts";

/**
 * The places to try, best first: the comment that was written for other code, where there is one; a line of its own above the finding, in the forms that code, JSX children and JSX attributes
 * know; then the end of the finding's first line. Not every one parses: the caller takes the first that silences the finding.
 *
 * @param language The language that is read there, or how a comment is written; `undefined` for data that knows no comments.
 * @param reason Joined to one line; what would end the comment is taken out.
 */
export function ignoreComments(
  { path, text }: { readonly path: string; readonly text: string },
  finding: Finding,
  language: LanguageId | CommentStyle | undefined,
  reason: string,
): TextEdit[] {
  const lines = indexLines(text);
  const { line } = lines.positionAt(finding.span.start);
  const end = lines.lineStart(line) + lines.lineText(line).length;
  const lineEnd = lineEndOf(text);
  const content = finding.contentFingerprint === undefined ? "" : `@${finding.contentFingerprint.slice(0, contentLength)}`;
  // Bound to what is found, so that it silences nothing else that comes to stand there.
  const named = `${finding.ruleId}${content}`;
  const comment = `linewarden-ignore ${named}: ${oneLine(reason)}`;
  const aboveLine = (form: string, top: number): TextEdit => {
    // A byte order mark stays what the file begins with.
    const start = top === 0 && text.startsWith("\ufeff") ? 1 : lines.lineStart(top);
    const indent = /^[ \t]*/.exec(lines.lineText(top))?.[0] ?? "";
    return { span: { start, end: start }, text: `${indent}${form}${lineEnd}` };
  };
  const behind = (form: string): TextEdit => ({ span: { start: end, end }, text: ` ${form}` });
  const places = finding.passedOver ? anew(text, finding.passedOver.span, finding.ruleId, named, oneLine(reason)) : [];
  if (language === undefined) return places;
  const place = commentPlace(text, path, line, finding.span.start, language, lines);
  const above = (form: string): TextEdit[] => (place.above === undefined ? [] : [aboveLine(form, place.above)]);
  const block = `/* ${comment} */`;
  if (language === "markup" || place.markup) return [...places, ...above(`<!-- ${comment.replaceAll("--", "-")} -->`)];
  // Nothing may stand behind what the system reads to the end of its line.
  if (place.above === undefined && text.slice(lines.lineStart(line), finding.span.start).includes("#!")) return places;
  // Bound to its content, it reaches down to what is found in a text over several lines.
  const further = (form: string): TextEdit[] =>
    content === "" ? [] : linesAbove(line).map((farther) => aboveLine(form, farther));
  switch (language) {
    case "block":
      return [...places, ...above(block), behind(block)];
    case "rem":
    case "//-":
      return [...places, ...above(`${language} ${comment}`)];
    case "python":
      return [...places, ...above(`# ${comment}`), behind(` # ${comment}`), ...further(`# ${comment}`)];
    case "#":
      return [...places, ...above(`# ${comment}`), behind(` # ${comment}`)];
    case "//":
    case "--":
    case ";":
    case "%":
    case "'":
      return [...places, ...above(`${language} ${comment}`), behind(`${language} ${comment}`)];
  }
  return [
    ...places,
    ...above(`// ${comment}`),
    ...above(`{${block}}`),
    ...above(block),
    behind(`// ${comment}`),
    behind(`{${block}}`),
    ...further(`// ${comment}`),
  ];
}

/** Nearest first. */
function linesAbove(line: number): number[] {
  return Array.from({ length: Math.min(line, farthestBelow - 1) }, (_, i) => line - 1 - i);
}

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
