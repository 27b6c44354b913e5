/** What of a span lies outside of another. Pure. */

import type { Span } from "../engine/tree/span.ts";

/** @returns What of a span lies before and behind another. */
export function outsideSpan(span: Span, { start, end }: Span): Span[] {
  if (end <= span.start || start >= span.end) return [span];
  return [
    { start: span.start, end: Math.max(span.start, start) },
    { start: Math.min(span.end, end), end: span.end },
  ].filter((part) => part.end > part.start);
}
