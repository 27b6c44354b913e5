/** Where a comment that silences a finding can stand. Pure. */

import type { TextEdit } from "../fixes/fix.ts";
import { indexLines } from "../tree/lineIndex.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import type { Finding } from "./finding.ts";

/**
 * The places to try, best first: a line of its own above the finding, in the forms that code, JSX children and JSX attributes
 * know; then the end of the finding's first line. Not every one parses: the caller takes the first that silences the finding.
 *
 * @param language `undefined` for text without a grammar, where `#` opens a comment.
 * @param reason Joined to one line; what would end the comment is taken out.
 */
export function ignoreComments(text: string, finding: Finding, language: LanguageId | undefined, reason: string): TextEdit[] {
  const lines = indexLines(text);
  const { line } = lines.positionAt(finding.span.start);
  const start = lines.lineStart(line);
  const lineText = lines.lineText(line);
  const indent = /^[ \t]*/.exec(lineText)?.[0] ?? "";
  const end = start + lineText.length;
  const lineEnd = lineEndOf(text);
  const comment = `linewarden-ignore ${finding.ruleId}: ${oneLine(reason)}`;
  const above = (form: string): TextEdit => ({ span: { start, end: start }, text: `${indent}${form}${lineEnd}` });
  const behind = (form: string): TextEdit => ({ span: { start: end, end }, text: ` ${form}` });
  if (language === undefined || language === "python") return [above(`# ${comment}`), behind(` # ${comment}`)];
  const block = `/* ${comment} */`;
  return [above(`// ${comment}`), above(`{${block}}`), above(block), behind(`// ${comment}`), behind(`{${block}}`)];
}

function oneLine(reason: string): string {
  const joined = reason.replaceAll("*/", "").replace(/\s+/g, " ").trim();
  return joined === "" ? "no reason given" : joined;
}

/** The text's own line end. */
function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}
