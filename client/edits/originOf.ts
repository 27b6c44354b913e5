/** Judges where one edit of a document came from, by its shape, its place and what surrounded it. Pure. */

import type { EditOrigin, LineSpan } from "../../server/protocol.ts";

/** Zero-based line and UTF-16 column. */
interface Place {
  readonly line: number;
  readonly character: number;
}

export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

/** One replaced range of the text before the edit. */
export interface TextChange {
  readonly range: PlaceRange;
  readonly text: string;
}

export interface EditSurroundings {
  readonly changes: readonly TextChange[];
  /** What the editor itself says: it tells undo and redo, and nothing else. */
  readonly reason?: "undo" | "redo";
  readonly windowFocused: boolean;
  /** The document stands in the editor that has the focus. */
  readonly inFocusedEditor: boolean;
  /** Selections of that editor before or just after the edit; the caret is the end of an empty one. */
  readonly selections: readonly PlaceRange[];
  /** The document has unsaved changes after the edit. A write on disk to an open document leaves it clean. */
  readonly dirty: boolean;
  /** It had unsaved changes before the edit. */
  readonly wasDirty: boolean;
}

/** Text that one key press or one step of an input method puts in, the closing half of a pair included. */
const typed = /^(?:\P{Cc}|\(\)|\[\]|\{\}|<>|""|''|``|\/\*\*? ?\*\/|<\/[\w.:-]*>?)$/u;
/** A line break with the indentation around it, as Enter gives; two of them between braces, and a repeated comment leader. */
const lineBreak = /^[ \t]*\r?\n[ \t]*(?:\* ?|\/\/\/? ?|# ?)?(?:\r?\n[ \t]*(?:\*\/)?)?$/;
/** A word of a script that needs an input method, such as Japanese, Chinese or Korean. */
const composed = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー、。]{1,12}$/u;
const blank = /^[ \t]*$/;

/**
 * Human only when each change has the shape of typing and stands at a caret of the focused editor. Everything else is
 * `unknown` (a person may have done it: paste, completion, undo) or `agent` (a person at the keyboard cannot have: another
 * document, no focus, away from the caret, a write on disk). Never `mixed`: that is for lines, not for one edit.
 */
export function originOf(edit: EditSurroundings): EditOrigin {
  if (edit.changes.length === 0) return origin("unknown", "no text was changed");
  if (edit.reason) return origin("unknown", `${edit.reason}: brings back earlier text, whoever wrote it`);
  // Typing first: whether the document reads as dirty already at the first key press is a matter of luck.
  if (edit.windowFocused && edit.inFocusedEditor && edit.changes.every((change) => isTyping(change, edit.selections)))
    return origin("human", "typed at the caret of the focused editor");
  if (!edit.dirty && !edit.wasDirty)
    return origin("agent", "inferred: the file was written on disk while it was open without changes");
  if (!edit.dirty) return origin("unknown", "the document took over what is on disk, and lost its unsaved changes");
  if (!edit.windowFocused) return origin("agent", "inferred: the editor window did not have the focus");
  if (!edit.inFocusedEditor) return origin("agent", "inferred: the document was not in the focused editor");
  if (edit.changes.every((change) => atCaret(change, edit.selections)))
    return origin("unknown", `${shapeOf(edit.changes)} at the caret: pasted, completed, or put there by a program`);
  return origin("agent", "inferred: the edit stands away from the caret");
}

/** Lines of the text after the edit that it wrote; a deletion names the line that it left. Sorted, not overlapping. */
export function linesAfter(changes: readonly TextChange[]): LineSpan[] {
  const spans: { start: number; end: number }[] = [];
  let shift = 0;
  for (const { range, text } of [...changes].sort((left, right) => compare(left.range.start, right.range.start))) {
    const start = range.start.line + shift;
    const end = start + breaksIn(text) + 1;
    shift += breaksIn(text) - (range.end.line - range.start.line);
    const last = spans.at(-1);
    if (last && last.end >= start) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

function origin(kind: EditOrigin["kind"], evidence: string): EditOrigin {
  return { kind, evidence };
}

function isTyping(change: TextChange, selections: readonly PlaceRange[]): boolean {
  const { range, text } = change;
  if (isIndent(change, selections)) return true;
  const isTypedText = typed.test(text) || lineBreak.test(text) || composed.test(text) || (text !== "" && blank.test(text));
  if (isEmpty(range)) return isTypedText && selections.some((selection) => touchesCaret(range, text, selection));
  // Typing over, or deleting, what was selected.
  if (selections.some((selection) => !isEmpty(selection) && same(selection, range))) return text === "" || isTypedText;
  if (text !== "")
    return isTypedText && range.start.line === range.end.line && widthOf(range) <= 1 && nearCaret(range, selections);
  // Backspace and Delete, a character or a word at a time, on one line or joining it with the next.
  return range.end.line - range.start.line <= 1 && nearCaret(range, selections);
}

/** Tab, Shift+Tab and re-indenting while typing: blanks at the start of a line that is selected or holds the caret. */
function isIndent({ range, text }: TextChange, selections: readonly PlaceRange[]): boolean {
  if (!blank.test(text) || range.start.line !== range.end.line || range.start.character !== 0 || widthOf(range) > 16)
    return false;
  if (text === "" && isEmpty(range)) return false;
  return selections.some(({ start, end }) => range.start.line >= start.line && range.start.line <= end.line);
}

/** An insertion is at the caret when the caret was there before it, or stands behind it now. */
function touchesCaret(range: PlaceRange, text: string, selection: PlaceRange): boolean {
  if (same(selection, range)) return true;
  const breaks = breaksIn(text);
  const lastLine = text.slice(text.lastIndexOf("\n") + 1);
  const behind = {
    line: range.start.line + breaks,
    character: breaks === 0 ? range.start.character + text.length : lastLine.length,
  };
  return isEmpty(selection) && compare(selection.end, behind) === 0;
}

function nearCaret(range: PlaceRange, selections: readonly PlaceRange[]): boolean {
  return selections.some(({ start, end }) => compare(end, range.end) === 0 || compare(start, range.start) === 0);
}

function atCaret({ range, text }: TextChange, selections: readonly PlaceRange[]): boolean {
  return selections.some(
    (selection) =>
      touchesCaret(range, text, selection) ||
      (compare(range.start, selection.end) <= 0 && compare(selection.start, range.end) <= 0),
  );
}

function shapeOf(changes: readonly TextChange[]): string {
  const lines = changes.reduce((sum, { text }) => sum + breaksIn(text), 0) + 1;
  return lines > 1 ? `a block of ${lines} lines` : "several characters at once";
}

function breaksIn(text: string): number {
  return text.split("\n").length - 1;
}

/** In UTF-16 units; meant for ranges of one line. */
function widthOf({ start, end }: PlaceRange): number {
  return end.character - start.character;
}

function isEmpty({ start, end }: PlaceRange): boolean {
  return compare(start, end) === 0;
}

function same(left: PlaceRange, right: PlaceRange): boolean {
  return compare(left.start, right.start) === 0 && compare(left.end, right.end) === 0;
}

function compare(left: Place, right: Place): number {
  return left.line - right.line || left.character - right.character;
}
