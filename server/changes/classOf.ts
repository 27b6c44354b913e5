/** Tells whether a class has a guard by one of its bases. Pure. */

import type { Guard } from "../engine/guards/guard.ts";
import type { LineIndex } from "../engine/tree/lineIndex.ts";
import type { LineRange } from "./change.ts";
import { linesOf } from "./changedLines.ts";
import type { Side } from "./side.ts";
import { mentions } from "./words.ts";

/** Lines above a method that are looked at for its class. */
const mostAbove = 400;

const header = /^(\s*)(?:export\s+)?(?:default\s+)?(?:abstract\s+)?class\s+([\w$]+)/;

type Texts = Pick<Side, "baseLines" | "lines">;

interface ClassHeader {
  readonly name: string;
  /** What it is made of. */
  readonly bases: string;
  readonly lines: LineRange;
}

/** @param other A guard of `from`. @returns Whether the class of a guard, as it is now, has the class of another guard as a base. */
export function inheritsFrom(guard: Guard, side: Side, other: Guard, from: Side): boolean {
  const own = classNow(guard, side);
  const base = classAt(from.lines, linesOf(from.lines, other.finding.span).start);
  if (!own || !base || own.name === base.name) return false;
  return mentions(own.bases, base.name);
}

/** @returns Lines of the class that was the unit of a guard, in the current text; undefined where it was no class, or is gone. */
export function classUnit(guard: Guard, side: Texts): LineRange | undefined {
  const first = linesOf(side.baseLines, guard.unit).start;
  if (guard.reach !== "class" || !/^\s*(?:@|(?:export\s+|default\s+|abstract\s+)*class\b)/.test(side.baseLines.lineText(first)))
    return undefined;
  const own = classNow(guard, side);
  if (!own) return undefined;
  const { lines } = side;
  const depth = indentOf(lines.lineText(own.lines.start));
  let end = own.lines.end;
  while (end < lines.lineCount && (!/\S/.test(lines.lineText(end)) || indentOf(lines.lineText(end)) > depth)) end++;
  let { start } = own.lines;
  while (start > 0 && /^\s*@/.test(lines.lineText(start - 1))) start--;
  return { start, end };
}

function classNow(guard: Guard, { baseLines, lines }: Texts): ClassHeader | undefined {
  const before = classAt(baseLines, linesOf(baseLines, guard.finding.span).start);
  if (!before) return undefined;
  for (let line = 0; line < lines.lineCount; line++)
    if (header.exec(lines.lineText(line))?.[2] === before.name) return classAt(lines, line);
  return undefined;
}

/** Bases of other files, by their names. */
const narrows =
  /own|mine|tenant|scop|role|admin|staff|permission|perms|access|polic|restrict|filter|query|caller|current_?user|private|personal/i;
const signsIn = /auth|login|sign|user|secur|protect|guard|member|private|account/i;

/** @returns Whether the change gave the class a base that is named after what went. */
export function hasNewBase(guard: Guard, side: Side): boolean {
  const own = classNow(guard, side);
  if (!own) return false;
  const isNew = side.hunks.some(({ current }) => current.start < own.lines.end && own.lines.start < current.end);
  if (!isNew) return false;
  const before = new RegExp(`class\\s+${own.name}\\b[^:{]*`).exec(side.baseText)?.[0] ?? "";
  const added = (own.bases.match(/[\w$]+/g) ?? []).filter((name) => !mentions(before, name));
  const isPermission = guard.finding.ruleId.endsWith("permission-check-removed");
  return added.some((name) => narrows.test(name) || (!isPermission && signsIn.test(name)));
}

/** The class that a line stands in, or that begins or is decorated there. */
function classAt(lines: LineIndex, line: number): ClassHeader | undefined {
  let first = line;
  while (/^\s*@/.test(lines.lineText(first)) && first + 1 < lines.lineCount) first++;
  const depth = indentOf(lines.lineText(first));
  for (let at = first; at >= 0 && at > first - mostAbove; at--) {
    const found = header.exec(lines.lineText(at));
    const [, indent = "", name = ""] = found ?? [];
    if (!found || (at < first && indent.length >= depth)) continue;
    let [end, text] = [at + 1, lines.lineText(at)];
    while (!/[:{]\s*(?:#.*)?$/.test(text) && end < Math.min(at + 10, lines.lineCount)) text += ` ${lines.lineText(end++)}`;
    return { name, bases: text.slice(text.indexOf(name) + name.length), lines: { start: at, end } };
  }
  return undefined;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
