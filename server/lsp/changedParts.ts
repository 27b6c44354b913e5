/** The edits that turn one text into another, by changed lines, so that the rest of the document keeps its marks. */

import { diffHunks } from "../changes/hunks.ts";
import type { TextEdit } from "../engine/fixes/fix.ts";
import { indexLines } from "../engine/tree/lineIndex.ts";

/** In order, not overlapping. Applying them to `before` gives exactly `after`. */
export function changedParts(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const old = indexLines(before);
  const now = indexLines(after);
  const edits = diffHunks(before, after).map((hunk) => ({
    span: { start: old.lineStart(hunk.base.start), end: old.lineStart(hunk.base.end) },
    text: after.slice(now.lineStart(hunk.current.start), now.lineStart(hunk.current.end)),
  }));
  // Line ends do not count as a difference there; where they differ, one edit says it exactly.
  return applied(before, edits) === after ? edits : [{ span: { start: 0, end: before.length }, text: after }];
}

function applied(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
