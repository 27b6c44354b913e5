/** A fix as a diff of lines. */

import { diffHunks } from "../../changes/hunks.ts";
import { applyFix } from "../../engine/fixes/applyFix.ts";
import type { Fix } from "../../engine/fixes/fix.ts";
import { indexLines } from "../../engine/tree/lineIndex.ts";
import { cellsOf, displayWidth } from "./plainText.ts";
import type { Style } from "./style.ts";

/**
 * @param hide Hides the file's secrets in a text.
 * @param width Columns; longer lines are cut.
 */
export function printFix(text: string, fix: Fix, hide: (text: string) => string, style: Style, width: number): string[] {
  const fixed = applyFix(text, fix);
  const before = indexLines(hide(text));
  const after = indexLines(hide(fixed));
  const printed: string[] = [];
  const line = (sign: string, number: number, content: string): string => {
    const row = `${String(number + 1).padStart(7)} ${sign} ${cut(content, Math.max(20, width - 10))}`.trimEnd();
    return sign === "-" ? style.removed(row) : style.added(row);
  };
  for (const { base, current } of diffHunks(text, fixed)) {
    const removed = range(base).map((number) => line("-", number, before.lineText(number)));
    const added = range(current).map((number) => line("+", number, after.lineText(number)));
    // Line by line where lines were replaced one by one: easier to compare.
    if (removed.length === added.length) for (const [i, row] of removed.entries()) printed.push(row, added[i] ?? "");
    else printed.push(...removed, ...added);
  }
  return printed;
}

function range({ start, end }: { readonly start: number; readonly end: number }): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

function cut(content: string, room: number): string {
  const cells = cellsOf(content);
  const whole = cells.map(({ text }) => text).join("");
  if (displayWidth(whole) <= room) return whole;
  let text = "";
  let width = 0;
  for (const cell of cells) {
    if (width + cell.width > room - 1) break;
    text += cell.text;
    width += cell.width;
  }
  return `${text}…`;
}
