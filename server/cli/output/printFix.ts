/** A fix as a diff of lines. */

import { diffHunks } from "../../changes/hunks.ts";
import { applyFix } from "../../engine/fixes/applyFix.ts";
import type { Fix } from "../../engine/fixes/fix.ts";
import { indexLines } from "../../engine/tree/lineIndex.ts";
import { cellsOf, displayWidth } from "./plainText.ts";
import type { Style } from "./style.ts";

/** Rows of one line of code; of a longer one (a bundle) only the surroundings of the change are shown. */
const maxRows = 6;
const gutter = 10;
/** By which the further rows of one line are told from lines. */
const furtherIndent = 4;

/**
 * @param hide Hides the file's secrets in a text.
 * @param width Columns; longer lines are continued on the next row, so that nothing that differs is out of sight.
 */
export function printFix(text: string, fix: Fix, hide: (text: string) => string, style: Style, width: number): string[] {
  const fixed = applyFix(text, fix);
  const before = indexLines(hide(text));
  const after = indexLines(hide(fixed));
  const room = Math.max(20, width - gutter);
  const printed: string[] = [];
  for (const { base, current } of diffHunks(text, fixed)) {
    const old = range(base).map((number) => ({ number, content: before.lineText(number) }));
    const young = range(current).map((number) => ({ number, content: after.lineText(number) }));
    const paired = old.length === young.length;
    const rows = (sign: string, lines: typeof old, others: typeof old): string[][] =>
      lines.map(({ number, content }, i) => {
        const same = paired ? commonStart(content, others[i]?.content ?? "") : 0;
        return rowsOf(sign, number, content, same, room).map(sign === "-" ? style.removed : style.added);
      });
    const removed = rows("-", old, young);
    const added = rows("+", young, old);
    // Line by line where lines were replaced one by one: easier to compare.
    if (paired) for (const [i, row] of removed.entries()) printed.push(...row, ...(added[i] ?? []));
    else printed.push(...removed.flat(), ...added.flat());
  }
  return printed;
}

function range({ start, end }: { readonly start: number; readonly end: number }): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

/** @param same How many characters the line has in common with the one it replaces, from the start. */
function rowsOf(sign: string, number: number, content: string, same: number, room: number): string[] {
  const indent = Math.min(content.length - content.trimStart().length, Math.floor(room / 2) - furtherIndent);
  const long = displayWidth(content) > maxRows * room;
  const from = long ? Math.max(0, same - Math.floor(room / 2)) : 0;
  const rows = [from > 0 ? "…" : ""];
  let width = displayWidth(rows[0] ?? "");
  for (const cell of cellsOf(content.slice(from, from + maxRows * room * 2))) {
    if (width + cell.width > room - (long ? 1 : 0)) {
      if (rows.length === maxRows && long) {
        rows[rows.length - 1] += "…";
        break;
      }
      const rest = cell.text === " " ? "" : takeWord(rows, room);
      rows.push(" ".repeat(indent + furtherIndent) + rest);
      width = indent + furtherIndent + displayWidth(rest);
      if (cell.text === " ") continue;
    }
    rows[rows.length - 1] += cell.text;
    width += cell.width;
  }
  return rows.map((row, i) => `${(i === 0 ? String(number + 1) : "").padStart(gutter - 3)} ${sign} ${row}`.trimEnd());
}

/** Takes from the last row what stands behind its last space, if that is not much: words are not torn apart. */
function takeWord(rows: string[], room: number): string {
  const row = rows.at(-1) ?? "";
  const space = row.lastIndexOf(" ") + 1;
  if (space < room / 2 || space === row.length) return "";
  rows[rows.length - 1] = row.slice(0, space);
  return row.slice(space);
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
