/** Applies a fix to a text. */

import type { Fix } from "./fix.ts";

/** @returns the text after the fix. Edits are in order and do not overlap; the fix was built for exactly this text. */
export function applyFix(text: string, fix: Fix): string {
  let result = "";
  let at = 0;
  for (const { span, text: replacement } of fix.edits) {
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}
