/** Offsets of a text as ranges of the protocol. */

import type { TextEdit as ProtocolEdit, Range } from "vscode-languageserver/node";
import type { TextEdit } from "../../engine/fixes/fix.ts";
import type { LineIndex } from "../../engine/tree/lineIndex.ts";
import type { Span } from "../../engine/tree/span.ts";

export function toRange(lines: LineIndex, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

export function toEdits(lines: LineIndex, edits: readonly TextEdit[]): ProtocolEdit[] {
  return edits.map((edit) => ({ range: toRange(lines, edit.span), newText: edit.text }));
}

/** @returns Whether the two share a place; touching counts, as a caret beside a word means the word. */
export function overlaps(a: Range, b: Range): boolean {
  const before = (left: Range["start"], right: Range["start"]): boolean =>
    left.line < right.line || (left.line === right.line && left.character < right.character);
  return !before(a.end, b.start) && !before(b.end, a.start);
}
