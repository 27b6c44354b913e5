/** Converts between offsets and line numbers of one text. */

import type { Position } from "./span.ts";

export interface LineIndex {
  readonly lineCount: number;
  /** Offsets past the end are clamped. */
  positionAt(offset: number): Position;
  /** Positions past the end of a line are clamped to it. */
  offsetAt(position: Position): number;
  /** The line's text without its line end; absent lines are empty. */
  lineText(line: number): string;
  /** Offset of the first character of a line. */
  lineStart(line: number): number;
}

let last: { readonly text: string; readonly index: LineIndex } | undefined;

/**
 * Lines end at LF, CRLF or a lone CR, as in the language server protocol. The text is gone through when first asked about; several ask
 * about the same one, one after the other.
 */
export function indexLines(text: string): LineIndex {
  if (last?.text !== text) last = { text, index: makeIndex(text) };
  return last.index;
}

function makeIndex(text: string): LineIndex {
  let known: readonly number[] | undefined;
  const startsOf = (): readonly number[] => {
    known ??= lineStarts(text);
    return known;
  };
  const lineEnd = (line: number): number => {
    const starts = startsOf();
    let end = line + 1 < starts.length ? (starts[line + 1] ?? text.length) : text.length;
    if (line + 1 < starts.length) {
      if (text.charCodeAt(end - 1) === 10) end--;
      if (end > (starts[line] ?? 0) && text.charCodeAt(end - 1) === 13) end--;
    }
    return end;
  };
  const lineOf = (offset: number): number => {
    const starts = startsOf();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    get lineCount() {
      return startsOf().length;
    },
    positionAt(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const line = lineOf(clamped);
      return { line, character: clamped - (startsOf()[line] ?? 0) };
    },
    offsetAt({ line, character }) {
      if (line >= startsOf().length) return text.length;
      return Math.min((startsOf()[line] ?? 0) + character, lineEnd(line));
    },
    lineText: (line) => (line < 0 || line >= startsOf().length ? "" : text.slice(startsOf()[line], lineEnd(line))),
    lineStart: (line) => startsOf()[line] ?? text.length,
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (code === 13 || code === 10) starts.push(i + 1);
  }
  return starts;
}
