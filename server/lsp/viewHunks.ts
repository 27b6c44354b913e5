/** Hunks in the shape that the views show: named after the function they stand in, with the lines nobody looked at. Pure. */

import type { Hunk, LineRange } from "../changes/change.ts";
import { splitLines } from "../changes/hunks.ts";
import type { ViewHunk } from "../protocol.ts";
import { type Translate, untranslated } from "../review/translate.ts";

export function viewHunks(
  text: string,
  hunks: readonly Hunk[],
  unseen: readonly LineRange[],
  t: Translate = untranslated,
): ViewHunk[] {
  const lines = splitLines(text);
  return hunks.map(({ current }) => {
    const spans = unseen
      .map(({ start, end }) => ({ start: Math.max(start, current.start), end: Math.min(end, current.end) }))
      .filter(({ start, end }) => start < end);
    return {
      lines: current,
      label: nameOf(lines, current) ?? placeOf(current, t),
      unseen: spans.reduce((sum, { start, end }) => sum + end - start, 0),
      unseenSpans: spans,
    };
  });
}

function placeOf({ start, end }: LineRange, t: Translate): string {
  if (end <= start) return t("removed after line {0}", start);
  return end === start + 1 ? t("line {0}", end) : t("lines {0}-{1}", start + 1, end);
}

/** Headings of functions, classes and routes, as the languages write them. A name for people: a wrong guess costs nothing. */
const headings: readonly RegExp[] = [
  /^\s*(?:async\s+)?def\s+(\w+)/,
  /^\s*(?:export\s+)?(?:default\s+)?(?:abstract\s+)?class\s+(\w+)/,
  /^\s*(?:export\s+)?(?:default\s+)?(?:async\s+)?function\s*\*?\s*(\w+)/,
  /^\s*(?:export\s+)?(?:const|let|var)\s+(\w+)\s*(?::[^=]+)?=\s*(?:async\s*)?(?:function\b|\([^)]*\)\s*(?::[^=]+)?=>|\w+\s*=>)/,
  /^\s*\w+\.((?:get|post|put|patch|delete|all)\(\s*["'`][^"'`]+["'`])/,
  /^\s*(?:public\s+|private\s+|protected\s+|static\s+|async\s+|get\s+|set\s+|\*\s*)*(?!if\b|for\b|while\b|switch\b|catch\b|return\b|function\b|await\b)(\w+)\s*\([^)]*\)\s*(?::[^{]+)?\{\s*$/,
];
const farthest = 500;

/** The heading on the hunk's first lines, else the nearest one above that is indented less. */
function nameOf(lines: readonly string[], { start, end }: LineRange): string | undefined {
  const first = lines
    .slice(start, Math.min(end, start + 3))
    .map(headingOf)
    .find(Boolean);
  if (first) return first;
  let depth = indentOf(lines, start, end);
  for (let i = Math.min(start, lines.length) - 1; i >= Math.max(0, start - farthest); i--) {
    const line = lines[i] ?? "";
    const indent = line.length - line.trimStart().length;
    if (line.trim() === "" || indent >= depth) continue;
    const heading = headingOf(line);
    if (heading) return heading;
    depth = indent;
  }
  return undefined;
}

function headingOf(line: string): string | undefined {
  if (line.length > 400) return undefined;
  for (const heading of headings) {
    const name = heading.exec(line)?.[1];
    if (name)
      return name.replace(/^(\w+)\(\s*["'`]([^"'`]+)["'`]$/, (_, verb: string, path: string) => `${verb.toUpperCase()} ${path}`);
  }
  return undefined;
}

function indentOf(lines: readonly string[], start: number, end: number): number {
  const told = lines.slice(start, Math.max(end, start + 1)).filter((line) => line.trim() !== "");
  const indents = told.map((line) => line.length - line.trimStart().length);
  return indents.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...indents);
}
