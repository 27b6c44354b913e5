/** Puts a suppression comment into a text and looks whether it silences what it should, and only that. */

import type { Engine, SourceFile } from "../engine/analyze.ts";
import { type CommentStyle, commentStyleOf } from "../engine/findings/commentStyle.ts";
import type { FileAnalysis, Finding } from "../engine/findings/finding.ts";
import { ignoreComments } from "../engine/findings/ignoreComment.ts";
import { suppressionFor } from "../engine/findings/suppression.ts";
import type { TextEdit } from "../engine/fixes/fix.ts";
import { languageOfFile, standInScript } from "../engine/languages/embeddedCode.ts";
import type { ReadText } from "../engine/modules/resolveModule.ts";
import { indexLines } from "../engine/tree/lineIndex.ts";
import type { LanguageId } from "../engine/tree/rawTree.ts";

/** The first place for the comment at which this finding falls silent and nothing else changes. */
export function ignoreEdits(
  engine: Pick<Engine, "analyze">,
  file: SourceFile,
  finding: Finding,
  reason: string,
  read?: ReadText,
): readonly TextEdit[] | undefined {
  const analyze = (text: string): FileAnalysis => engine.analyze({ ...file, text, guards: "too" }, undefined, undefined, read);
  const before = analyze(file.text);
  for (const edit of ignoreComments(file, finding, commentsAt(file, finding), reason)) {
    const text = file.text.slice(0, edit.span.start) + edit.text + file.text.slice(edit.span.end);
    if (silencesOnly(finding, edit, before, analyze(text), text)) return [edit];
  }
  return undefined;
}

/** The language whose comments can stand where a finding is, or how they are written there. */
function commentsAt(file: SourceFile, { span }: Finding): LanguageId | CommentStyle | undefined {
  const language = languageOfFile(file);
  return language && standInScript(file, [span]) ? language : commentStyleOf(file.path);
}

function silencesOnly(finding: Finding, edit: TextEdit, before: FileAnalysis, after: FileAnalysis, text: string): boolean {
  const active = (analysis: FileAnalysis): string[] =>
    analysis.findings.filter((one) => !one.suppression).map((one) => `${one.ruleId} ${one.fingerprint}`);
  const left = active(after);
  const shown = active(before);
  const gone = shown.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const errors = (analysis: FileAnalysis): number => analysis.notReviewed.filter((one) => one.reason === "syntax errors").length;
  if (left.length > 0 || errors(after) > errors(before)) return false;
  if (shown.includes(`${finding.ruleId} ${finding.fingerprint}`))
    return gone.length > 0 && gone.every((one) => one.startsWith(`${finding.ruleId} `));
  // What a comparison of two texts told is not in an analysis of one: the comment has to count at its place.
  const { start, end } = edit.span;
  const moved = finding.span.start + (start <= finding.span.start ? edit.text.length - (end - start) : 0);
  const { line } = indexLines(text).positionAt(moved);
  const there = { ...finding, span: { start: moved, end: moved + finding.span.end - finding.span.start }, line };
  return gone.length === 0 && suppressionFor(after.guards?.ignores ?? [], there)?.bound === true;
}
