/** Source lines with markers under ranges, fitted to the terminal. */

import type { LineIndex } from "../../engine/tree/lineIndex.ts";
import type { Span } from "../../engine/tree/span.ts";
import { type Cell, cellsOf, displayWidth, plain, wrap } from "./plainText.ts";
import type { Style } from "./style.ts";

export interface Mark {
  readonly span: Span;
  /** "^" for the place of the finding, "~" for where the data comes from. */
  readonly sign: "^" | "~";
  /** What happens there; may be empty. */
  readonly note: string;
}

export interface CodeLayout {
  /** Columns of the terminal. */
  readonly width: number;
  readonly style: Style;
}

const gutter = 8;

/**
 * Prints the lines that the marks begin on, each with its markers, and above them the line that encloses the first one.
 *
 * @param lines Of the text as it is; `shown` gives the same text with secrets hidden.
 */
export function printCode(lines: LineIndex, shown: LineIndex, marks: readonly Mark[], layout: CodeLayout): string[] {
  const placed = marks.map((mark) => ({ ...mark, line: lines.positionAt(mark.span.start).line }));
  const first = placed[0];
  if (!first) return [];
  const printed: string[] = [];
  const header = enclosingLine(lines, Math.min(...placed.map(({ line }) => line)));
  if (header !== undefined) printed.push(...sourceLine(header, shown, [], layout));
  for (let i = 0; i < placed.length; ) {
    const line = placed[i]?.line ?? 0;
    let end = i;
    while (placed[end]?.line === line) end++;
    printed.push(
      ...sourceLine(
        line,
        shown,
        placed.slice(i, end).map((mark) => toColumns(mark, line, lines)),
        layout,
      ),
    );
    i = end;
  }
  return printed;
}

interface LineMark {
  /** UTF-16 columns in the line. */
  readonly start: number;
  readonly end: number;
  readonly sign: string;
  readonly note: string;
}

function toColumns(mark: Mark, line: number, lines: LineIndex): LineMark {
  const start = mark.span.start - lines.lineStart(line);
  const last = lines.positionAt(mark.span.end);
  const length = lines.lineText(line).length;
  const more = last.line > line && last.character > 0 ? `to line ${last.line + 1}` : "";
  const note = [plain(mark.note), more].filter(Boolean).join(", ");
  return { start, end: last.line > line ? length : last.character, sign: mark.sign, note };
}

function sourceLine(line: number, shown: LineIndex, marks: readonly LineMark[], { width, style }: CodeLayout): string[] {
  const room = Math.max(20, width - gutter - 2);
  const text = shown.lineText(line);
  const window = isSimple(text, room) ? simpleLine(text) : fitLine(cellsOf(text), marks, room);
  const number = String(line + 1).padStart(gutter - 1);
  const printed = [`${number} │ ${window.text}`.trimEnd()];
  for (const mark of marks) {
    const from = window.columnOf(mark.start);
    const length = Math.max(1, Math.min(room, window.columnOf(mark.end)) - from);
    const signs = mark.sign.repeat(length);
    const before = `${" ".repeat(gutter)}│ ${" ".repeat(from)}`;
    const sameLine = mark.note === "" || from + length + 1 + displayWidth(mark.note) <= room;
    printed.push(`${before}${style.marker(sameLine && mark.note ? `${signs} ${mark.note}` : signs)}`);
    if (!sameLine) {
      const indent = Math.min(from, Math.max(0, room - 30));
      for (const part of wrap(mark.note, room - indent))
        printed.push(`${" ".repeat(gutter)}│ ${" ".repeat(indent)}${style.marker(part)}`);
    }
  }
  return printed;
}

/** What a terminal shows as it stands, one column for each character. */
function isSimple(text: string, room: number): boolean {
  return text.length <= room && /^[\x20-\x7e]*$/.test(text);
}

function simpleLine(text: string): FittedLine {
  return { text, columnOf: (offset) => Math.min(offset, text.length) };
}

interface FittedLine {
  readonly text: string;
  columnOf(offset: number): number;
}

/** Cuts a long line so that the first mark can be seen; what is cut is shown by an ellipsis. */
function fitLine(cells: readonly Cell[], marks: readonly LineMark[], room: number): FittedLine {
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  const first = total > room ? firstCell(cells, marks, room) : 0;
  const columns: { start: number; column: number }[] = [];
  let text = first > 0 ? "…" : "";
  let column = first > 0 ? 1 : 0;
  let index = first;
  for (; index < cells.length; index++) {
    const cell = cells[index];
    if (!cell || column + cell.width > room - (index < cells.length - 1 ? 1 : 0)) break;
    columns.push({ start: cell.start, column });
    text += cell.text;
    column += cell.width;
  }
  if (index < cells.length) text += "…";
  return { text, columnOf: (offset) => columns.find(({ start }) => start >= offset)?.column ?? column };
}

/** Which cell a line that is too long begins with: all marks are in sight, or else the first one. */
function firstCell(cells: readonly Cell[], marks: readonly LineMark[], room: number): number {
  const widthBefore = (offset: number): number => cells.reduce((sum, cell) => (cell.end <= offset ? sum + cell.width : sum), 0);
  const from = widthBefore(Math.min(...marks.map(({ start }) => start), cells.at(-1)?.end ?? 0));
  const all = widthBefore(Math.max(0, ...marks.map(({ end }) => end))) - from;
  if (marks.length === 0 || from + all + 1 <= room) return 0;
  const main = widthBefore(marks[0]?.start ?? 0);
  const focus = all + 2 <= room || main - from < room / 2 ? from : main;
  // What is left of the room is shared by what stands before and after.
  const before = all > room ? Math.floor(room / 3) : Math.min(Math.floor(room / 3), Math.max(1, Math.floor((room - all) / 2)));
  let skipped = 0;
  let index = 0;
  while (index < cells.length && skipped + before < focus) skipped += cells[index++]?.width ?? 0;
  return index;
}

/** The nearest line above that is indented less: the head of the function or block, in any language. */
function enclosingLine(lines: LineIndex, line: number): number | undefined {
  const indent = indentOf(lines.lineText(line));
  if (indent === 0) return undefined;
  for (let above = line - 1; above >= Math.max(0, line - 200); above--) {
    const text = lines.lineText(above);
    if (text.trim() !== "" && indentOf(text) < indent && /[\w$]/.test(text)) return above;
  }
  return undefined;
}

function indentOf(text: string): number {
  return text.length > 2000 ? 0 : text.length - text.trimStart().length;
}
