/** One finding as text: where, how bad, why, the path of the data, the fix. */

import type { Finding, PathStep } from "../../engine/findings/finding.ts";
import { passedOverNote } from "../../engine/findings/suppression.ts";
import { indexLines } from "../../engine/tree/lineIndex.ts";
import { surenessWords } from "../../review/findingWords.ts";
import { untranslated } from "../../review/translate.ts";
import { plain, wrap } from "./plainText.ts";
import { type Mark, printCode } from "./printCode.ts";
import { printFix } from "./printFix.ts";
import type { ReportFinding } from "./report.ts";
import type { Style } from "./style.ts";

export interface FindingLayout {
  readonly width: number;
  readonly style: Style;
  /** All of the file could be read, so that it parses after a fix too. */
  readonly parses: boolean;
  /** Hides the file's secrets. */
  readonly hide: (text: string) => string;
  /** The command line that applies the fix of this finding and no other, also after other fixes moved it. */
  readonly fixCommand: (finding: Finding) => string;
}

const indent = " ".repeat(9);
const maxSteps = 8;

/** @param text The file's current text; without it the finding is printed without source lines. */
export function printFinding({ finding, fix }: ReportFinding, text: string | undefined, layout: FindingLayout): string[] {
  const { width, style } = layout;
  const room = Math.max(30, width - indent.length);
  const lines = indexLines(text ?? "");
  const start = lines.positionAt(finding.span.start);
  const place = text === undefined ? "" : `${start.line + 1}:${start.character + 1}`;
  const head = `  ${place.padEnd(6)} `;
  const afterHead = head.length + finding.severity.length + 2;
  const [first = "", ...more] = wrap(plain(finding.message), Math.max(30, width - afterHead));
  const printed = [`${head}${style.severity(finding.severity)}  ${first}`];
  for (const line of more) printed.push(`${" ".repeat(afterHead)}${line}`);
  for (const line of wrap(identity(finding), room)) printed.push(indent + line);
  if (finding.metadata.why) for (const line of wrap(`Why: ${plain(finding.metadata.why)}`, room)) printed.push(indent + line);
  if (finding.suppression) for (const line of wrap(plain(silenced(finding)), room)) printed.push(indent + line);
  if (finding.passedOver) for (const line of wrap(plain(passedOverNote(finding)), room)) printed.push(indent + line);
  if (text === undefined) return printed;
  printed.push(
    "",
    ...removedLines(finding, layout),
    ...printCode(
      lines,
      indexLines(layout.hide(text)),
      marksOf(finding, (offset) => lines.positionAt(offset).line),
      { width, style },
    ),
  );
  if (fix && "refused" in fix) {
    const [line = "", ...rest] = wrap(`No fix is offered: ${plain(fix.refused)}`, room);
    printed.push("", indent + line, ...rest.map((part) => indent + part));
  } else if (fix) {
    const title = wrap(`Fix, verified (${layout.parses ? "parses, " : ""}finding gone, nothing new): ${plain(fix.title)}`, room);
    printed.push("", ...title.map((line) => indent + line), ...printFix(text, fix, layout.hide, style, width));
    printed.push(`${indent}Apply it: ${plain(layout.fixCommand(finding))}`);
  }
  return printed;
}

function identity(finding: Finding): string {
  const parts = [finding.ruleId, ...finding.metadata.cwe.slice(0, 2), surenessWords(untranslated, finding)];
  return parts.map(plain).join(" · ");
}

/** As a diff shows them, with their numbers in the text before the change. */
function removedLines({ removed = [] }: Finding, { style, width }: FindingLayout): string[] {
  return removed.map(({ line, text }) => style.removed(plain(`${String(line + 1).padStart(6)} - ${text}`).slice(0, width)));
}

function silenced({ suppression }: Finding): string {
  return `Silenced by ${suppression?.kind ?? "a comment"}${suppression?.reason ? `: ${suppression.reason}` : ", without a reason"}. It does not count.`;
}

function marksOf({ span, path }: Finding, lineOf: (offset: number) => number): Mark[] {
  if (path.length === 0) return [{ span, sign: "^", note: "" }];
  const shown = path.length > maxSteps ? [...path.slice(0, 3), ...path.slice(-(maxSteps - 3))] : path;
  const marked = new Set(shown.filter(({ role }) => role !== "step").map((step) => lineOf(step.span.start)));
  // A line that has a marker already is plain enough without "assigned to".
  const isFirstOfLine = ({ span: place }: PathStep): boolean => {
    const line = lineOf(place.start);
    return !marked.has(line) && marked.add(line) !== undefined;
  };
  const marks: Mark[] = [];
  let atSink: Mark | undefined;
  for (const step of shown) {
    // What the called function does in another file is said at the call.
    if (atSink && step.elsewhere) marks[marks.length - 1] = { ...atSink, note: `${atSink.note}, ${step.note}` };
    else if (step.role !== "step" || isFirstOfLine(step))
      marks.push({ span: step.span, sign: step.role === "sink" ? "^" : "~", note: step.note });
    atSink = step.role === "sink" ? marks.at(-1) : undefined;
  }
  return marks;
}
