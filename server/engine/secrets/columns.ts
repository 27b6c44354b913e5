/** Finds the cells of a table that stand under the name of a secret. Pure. */

import type { Span } from "../tree/span.ts";

export interface NamedCell<List> extends Span {
  readonly list: List;
}

/** Rows that are read, and cells that are told: one that leaked is leaked with all of its table. */
const mostRows = 2000;
const mostCells = 50;
/** Longest line that is taken for a row, in UTF-16 units. */
const longestRow = 4000;

/** @param text A header and rows, with commas, semicolons, tabs or bars between the cells. @param listOf What a column's name stands for. */
export function cellsUnderNames<List>(text: string, listOf: (column: string) => List | undefined): NamedCell<List>[] {
  const header = /[^\r\n]{2,}/.exec(text.slice(0, longestRow));
  const separator = header && separatorOf(header[0]);
  if (!header || !separator) return [];
  const columns = cellsOf(header[0], header.index, separator).map(({ start, end }) => {
    const name = text.slice(start, end);
    return /^[\w .-]{2,40}$/.test(name) ? listOf(name) : undefined;
  });
  const found: NamedCell<List>[] = [];
  if (!columns.some((list) => list !== undefined)) return found;
  let at = header.index + header[0].length + 1;
  for (let row = 0; row < mostRows && at < text.length && found.length < mostCells; row++) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    if (end - at <= longestRow) {
      const cells = cellsOf(text.slice(at, end).replace(/\r$/, ""), at, separator);
      // A row of another length was split where it should not be.
      if (cells.length === columns.length)
        for (const [index, cell] of cells.entries()) {
          const list = columns[index];
          if (list !== undefined && cell.end > cell.start) found.push({ ...cell, list });
        }
    }
    at = end + 1;
  }
  return found.slice(0, mostCells);
}

/** Longest text that is searched for tables of Markdown, in UTF-16 units. */
const longestText = 400_000;

/** The same in the tables of a text for people. */
export function cellsUnderHeads<List>(text: string, listOf: (column: string) => List | undefined): NamedCell<List>[] {
  const found: NamedCell<List>[] = [];
  const table = /^\|([^\r\n]{2,400})\|[ \t]*\r?\n\|[ \t:|-]{2,400}\|[ \t]*\r?\n/gm;
  for (let head = table.exec(text.slice(0, longestText)); head; head = table.exec(text.slice(0, longestText))) {
    const lists = (head[1] ?? "").split("|").map((name) => listOf(name.trim()));
    if (!lists.some((list) => list !== undefined)) continue;
    let at = table.lastIndex;
    for (let row = rowAt(text, at); row !== undefined && found.length < mostCells; row = rowAt(text, at)) {
      let start = at + 1;
      for (const [index, cell] of row.slice(1).split("|").entries()) {
        const inner = cell.replace(/[\s`*]+$/, "");
        const lead = /^[\s`*]*/.exec(inner)?.[0].length ?? 0;
        const list = lists[index];
        if (list !== undefined && inner.length > lead) found.push({ start: start + lead, end: start + inner.length, list });
        start += cell.length + 1;
      }
      at += row.length + (text.startsWith("\r\n", at + row.length) ? 2 : 1);
    }
  }
  return found;
}

function rowAt(text: string, at: number): string | undefined {
  return /^\|[^\r\n]{1,1000}/.exec(text.slice(at, at + 1001))?.[0];
}

function separatorOf(header: string): string | undefined {
  const [best = ""] = [",", ";", "\t", "|"].sort((a, b) => header.split(b).length - header.split(a).length);
  return header.includes(best) ? best : undefined;
}

/** The cells of a line, without their quotes. */
function cellsOf(line: string, offset: number, separator: string): Span[] {
  const cells: Span[] = [];
  for (let at = 0; at <= line.length; ) {
    const quoted = line[at] === '"';
    const close = quoted ? closingQuote(line, at + 1) : -1;
    const next = line.indexOf(separator, close < 0 ? at : close);
    const end = next < 0 ? line.length : next;
    cells.push(close < 0 ? { start: offset + at, end: offset + end } : { start: offset + at + 1, end: offset + close });
    at = end + 1;
  }
  return cells;
}

/** A quote in the text of a cell is written twice. */
function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) if (line[at + 1] !== '"') return at;
  return -1;
}
