/** Tells at which line of the current text a removed guard is told. Pure. */

import type { Guard } from "../engine/guards/guard.ts";
import type { LineIndex } from "../engine/tree/lineIndex.ts";
import type { Span } from "../engine/tree/span.ts";
import type { Hunk, LineRange } from "./change.ts";
import { currentRange, linesOf } from "./changedLines.ts";
import { overlap, type Side } from "./side.ts";
import { wordsOf } from "./words.ts";

/** Of a longer stretch that a change wrote anew, only the first lines are looked at for where something stands now. */
const mostCompared = 200;

/** The first line of what was protected; of a guard that stood last, the line that was written in its place where it is still like it. */
export function placeOf({ protects, finding }: Guard, { hunks, baseLines, lines, baseText }: Side): Span {
  const at = protects.find(({ start, end }) => /\w/.test(baseText.slice(start, end))) ?? finding.span;
  const own = linesOf(baseLines, finding.span);
  const isLast = baseLines.positionAt(at.start).line < own.start;
  const first = baseText.slice(at.start, at.end).trimStart().split("\n", 1)[0] ?? "";
  let line =
    (isLast ? rewritten(baseLines.lineText(own.start), own, hunks, lines) : undefined) ??
    Math.min(mostAlike(first, lines, currentRange(hunks, linesOf(baseLines, at))).line, lines.lineCount - 1);
  while (line + 1 < lines.lineCount && /^\s*(?:$|\/\/|#|<!--|\*|\/\*|[)\]}]+;?\s*$)/.test(lines.lineText(line))) line++;
  const text = lines.lineText(line);
  const start = lines.lineStart(line) + text.length - text.trimStart().length;
  return { start, end: Math.max(start, lines.lineStart(line) + text.trimEnd().length) };
}

/** @returns The changed line that has most of the words of an old one, as where another number is expected. */
function rewritten(old: string, { start, end }: LineRange, hunks: readonly Hunk[], lines: LineIndex): number | undefined {
  const hunk = hunks.find(({ base }) => overlap(base, { start, end }));
  if (!hunk) return undefined;
  // One line in the place of another.
  const isCode = (line: number): boolean => !/^\s*(?:$|\/\/|#)/.test(lines.lineText(line));
  const written = Array.from({ length: hunk.current.end - hunk.current.start }, (_, at) => hunk.current.start + at).filter(
    isCode,
  );
  if (hunk.base.end - hunk.base.start === 1 && written.length === 1) return written[0];
  const { line, found } = mostAlike(old, lines, hunk.current);
  return found > 1 && found > wordsOf(old).length / 2 ? line : undefined;
}

/** Of the lines that a change wrote in the place of others, the first one with most words of an old one. */
function mostAlike(old: string, lines: LineIndex, { start, end }: LineRange): { readonly line: number; readonly found: number } {
  let [best, line] = [0, start];
  for (let at = start; at < Math.min(end, start + mostCompared); at++) {
    const left = wordsOf(old);
    let found = 0;
    for (const word of wordsOf(lines.lineText(at))) {
      const index = left.indexOf(word);
      if (index < 0) continue;
      left.splice(index, 1);
      found++;
    }
    if (found > best) [best, line] = [found, at];
  }
  return { line, found: best };
}
