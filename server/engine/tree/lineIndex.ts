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
  if (last?.text !== text) last = { text, index: new TextLines(text) };
  return last.index;
}

class TextLines implements LineIndex {
  private readonly text: string;
  private known: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
    this.known = undefined;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineOf(clamped);
    return { line, character: clamped - (this.starts[line] ?? 0) };
  }

  offsetAt({ line, character }: Position): number {
    if (line >= this.starts.length) return this.text.length;
    return Math.min((this.starts[line] ?? 0) + character, this.lineEnd(line));
  }

  lineText(line: number): string {
    return line < 0 || line >= this.starts.length ? "" : this.text.slice(this.starts[line], this.lineEnd(line));
  }

  lineStart(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  private get starts(): readonly number[] {
    this.known ??= lineStarts(this.text);
    return this.known;
  }

  private lineEnd(line: number): number {
    const { starts, text } = this;
    let end = line + 1 < starts.length ? (starts[line + 1] ?? text.length) : text.length;
    if (line + 1 < starts.length) {
      if (text.charCodeAt(end - 1) === 10) end--;
      if (end > (starts[line] ?? 0) && text.charCodeAt(end - 1) === 13) end--;
    }
    return end;
  }

  private lineOf(offset: number): number {
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
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
